package uk.rubric.impact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Stretch;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.impact.ServiceImpact.Dates;
import uk.rubric.impact.ServiceImpact.Whose;
import uk.rubric.load.RuleLoader;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.patient.Registration;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.service.ScenarioRun;
import uk.rubric.service.ScenarioRun.Counted;
import uk.rubric.service.ScenarioRun.Scenario;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.ServiceRun.OutcomeListener;
import uk.rubric.service.Supplement;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;

/** A small service of every kind of thing that is counted, changed texts of it, made-up patients, and runs of both. */
public final class TwoVersions {
  private static final SctId A = code("73211009");
  private static final SctId T = code("999791000000106");
  private static final SctId D = code("44054006");

  /** A register, an indicator with each kind of reject, one of entries, one of the register, a classification. */
  public static final String OLD = """
      ruleset X version 1.0 {
        day QSSD
        day PPED
        day ACHV_DAT
        cluster A_COD = codes { 73211009 |Diagnosis| }
        cluster T_COD = codes { 999791000000106 |Test| }
        cluster D_COD = codes { 44054006 |Declined| }
        reason DECLINED = pca specific "Declined"
        reason LATE = pca general "Late"
        reason OLD = exclusion "Old"
        field PAT_AGE = age at PPED
        field A_DAT = latest A_COD where date <= ACHV_DAT
        field T_DAT = latest T_COD where date <= ACHV_DAT
        field T_VAL = lowest value of T_COD on T_DAT in mmol/mol
        field D_DAT = latest D_COD where date <= ACHV_DAT
        field T_DATS[] = all T_COD where date from QSSD to ACHV_DAT
        group BOTH of everyone { 1: if A_DAT is recorded or D_DAT is recorded then select else reject }
        register X_REG of BOTH { 1: if A_DAT is recorded then select else reject }
        indicator X001 of X_REG {
          denominator {
            1: if PAT_AGE >= 80 years then reject as OLD else next
            2: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else next
            3: if D_DAT > PPED - 12 months then reject as DECLINED else next
            4: if A_DAT > PPED - 9 months then reject as LATE else select
          }
          numerator { 1: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else reject }
        }
        indicator X002 of X_REG {
          denominator { 1: if A_DAT is recorded then select else reject as OLD }
          numerator { 1: if T_DAT is recorded then select else reject }
        }
        indicator X003 of each T_DATS[] in X_REG {
          field L_DAT = latest D_COD where date <= T_DATS
          denominator { 1: if L_DAT is recorded then reject as DECLINED else select }
          numerator { 1: if T_DATS > PPED - 6 months then select else reject }
        }
        indicator X004 of X_REG
        classify TIER of X_REG {
          1: if T_DAT is recorded then give "tested" else give "untested"
        }
      }
      service S "Service" {
        status official
        period from 2021-04-01 to 2022-03-31 by quarter
        day QSSD = start of period
        day PPED = end of period
        day ACHV_DAT = run date
        use X version 1.0
        parameter POINT = £10 from 2021-04-01 to 2022-03-31
        points X { X001: 10 from 10% to 80%  X002: 5 from 10% to 50%  X004: 2 }
        measure SHARE per practice = size of X_REG / LIST
        pay X per practice = points of X * POINT rounded half up to £0.01 shared by points of X
        pay EACH per practice per quarter = £1.50 * size of X_REG rounded half up to £0.01
      }
      """;

  final Plan old;
  final Plan fresh;

  private TwoVersions(Plan old, Plan fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  public static TwoVersions of(String old, String fresh) {
    return new TwoVersions(plan(old), plan(fresh));
  }

  static CheckedRules rules(String text) {
    var checked = RuleLoader.load(List.of(new SourceText("rules.rubric", text)), path -> Optional.empty()).check();
    return checked.rules().orElseThrow(() -> new IllegalArgumentException(checked.diagnostics().toString()));
  }

  private static Plan plan(String text) {
    CheckedRules rules = rules(text);
    CheckedService service = rules.services().get(0);
    return Planner.plan(rules, service, service.periodEnd(), Mode.YEAR_END, new NoClusters());
  }

  /** No code clusters but those that the rules list. */
  private static final class NoClusters implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "none";
    }
  }

  private static SctId code(String text) {
    return SctId.parse(text).orElseThrow();
  }

  /** Patients {@code P000…} of three practices, the same for one seed. */
  public static List<PatientRecord> patients(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(number -> patient(random, number)).toList();
  }

  private static PatientRecord patient(Random random, int number) {
    List<Event> events = new ArrayList<>();
    for (SctId code : List.of(A, T, T, T, D)) {
      if (random.nextInt(3) > 0) {
        LocalDate day = LocalDate.of(2022, 3, 31).minusDays(random.nextInt(600));
        Optional<BigDecimal> value = code.equals(T) && random.nextInt(8) > 0
            ? Optional.of(BigDecimal.valueOf(45 + random.nextInt(30))) : Optional.empty();
        events.add(new Event(day, code, value, Optional.empty(), 0));
      }
    }
    Registration registration = new Registration(LocalDate.of(2015, 1, 1), Optional.empty(), true, 0);
    return new PatientRecord("A8100" + random.nextInt(3), String.format("P%06d", number),
        LocalDate.of(1930 + random.nextInt(70), 1, 1), Optional.empty(), List.of(registration), events);
  }

  /** What a run of its own comes to. */
  static ServiceResult alone(Plan plan, List<PatientRecord> patients) {
    return new ServiceRun(plan, new ReferenceEvaluator(plan), 1)
        .over(patients, List.of(), SetAside.NOTHING, manifest(), OutcomeListener.NONE, Progress.NONE);
  }

  private static Manifest manifest() {
    String sha256 = "0".repeat(64);
    return new Manifest("0", sha256, sha256, "unknown", "listed", sha256);
  }

  /** The impact on patients. */
  public ServiceImpact impact(List<PatientRecord> patients, int threads, Map<String, String> replaced) {
    Pairing pairing = Pairing.of(old, fresh, replaced);
    return impact(pairing, counted(patients, threads, pairing));
  }

  Counted<Transitions> counted(List<PatientRecord> patients, int threads, Pairing pairing) {
    List<Plan> plans = new ArrayList<>(List.of(old, fresh));
    ends(old).forEach(end -> plans.add(old.at(end)));
    ends(fresh).forEach(end -> plans.add(fresh.at(end)));
    List<Scenario> scenarios = plans.stream().map(plan -> new Scenario(plan, evaluator(plan, threads))).toList();
    return new ScenarioRun(scenarios, threads).count(PatientSource.of(patients),
        () -> new Transitions(pairing, CodeTouches.between(old, fresh), practice -> true, true), Progress.NONE);
  }

  private static Evaluator evaluator(Plan plan, int threads) {
    return threads == 1 ? new ReferenceEvaluator(plan) : new DroolsEvaluator(plan);
  }

  private static List<LocalDate> ends(Plan plan) {
    return Payments.of(plan).partsToCount().stream().map(Stretch::end).toList();
  }

  ServiceImpact impact(Pairing pairing, Counted<Transitions> counted) {
    List<Counter> counters = counted.counters();
    int parts = ends(old).size();
    return Comparison.of(
        run(old, counters.get(0), counters.subList(2, 2 + parts)),
        run(fresh, counters.get(1), counters.subList(2 + parts, counters.size())),
        pairing, counted.observer(), new Dates(Whose.NEW, 0));
  }

  private static Comparison.Run run(Plan plan, Counter whole, List<Counter> parts) {
    Map<Stretch, Counter> byPart = new HashMap<>();
    List<Stretch> stretches = Payments.of(plan).partsToCount();
    for (int i = 0; i < parts.size(); i++) {
      byPart.put(stretches.get(i), parts.get(i));
    }
    List<Practice> practices = List.of(new Practice("A81000", Optional.of("Alder"), OptionalLong.empty()));
    Supplement supplement = new Supplement(Answers.NONE, History.NONE, byPart);
    ServiceResult result = new ServiceRun(plan, new ReferenceEvaluator(plan), 1)
        .result(whole, supplement, practices, SetAside.NOTHING, manifest());
    List<PracticeCounts> counts = result.practices().stream().map(ServiceResult.PracticeResult::counts).toList();
    return new Comparison.Run(result, supplement.ledger(counts, practices));
  }
}
