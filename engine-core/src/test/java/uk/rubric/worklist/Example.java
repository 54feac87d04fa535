package uk.rubric.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.service.Supplement;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.PatientWork;

/** A made-up service whose indicators ask for acts of different kinds, its patients, and what the reference says. */
final class Example {
  static final long DIAGNOSIS = 44054006L;
  static final long TEST = 999791000000106L;
  static final long SYSTOLIC = 271649006L;
  static final long DIASTOLIC = 271650006L;
  static final long FRAILTY = 925861000000102L;
  static final long UNSUITABLE = 1020011000999100L;
  static final long REFERRAL = 1017011000999106L;
  static final long[] CODES = {DIAGNOSIS, TEST, SYSTOLIC, DIASTOLIC, FRAILTY, UNSUITABLE, REFERRAL};

  static final LocalDate AS_AT = LocalDate.of(2022, 1, 10);
  static final LocalDate END = LocalDate.of(2022, 3, 31);
  static final Practice PRACTICE = new Practice("A81001", Optional.of("Alder"), OptionalLong.of(1000));
  static final Manifest MANIFEST = new Manifest("1", "a", "b", "unknown", "nowhere", "c");

  private static final String RULES =
      """
      ruleset W version 1.0 {
        day QSSD
        day PPED
        day ACHV_DAT
        cluster DX_COD = codes { 44054006 |Diagnosis| }
        cluster T_COD = codes { 999791000000106 |Test| }
        cluster BP_COD = codes { 271649006 |Systolic|, 271650006 |Diastolic| }
        cluster SYS_COD = codes { 271649006 |Systolic| }
        cluster DIA_COD = codes { 271650006 |Diastolic| }
        cluster FRAIL_COD = codes { 925861000000102 |Frailty| }
        cluster PU_COD = codes { 1020011000999100 |Unsuitable| }
        cluster R_COD = codes { 1017011000999106 |Referral| }
        reason FRAIL = exclusion "Frail"
        reason PU = pca general "Unsuitable"
        reason DX_LATE = pca general "Diagnosed late"
        field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
        field DEREG_DAT = earliest DEREGISTRATION where date > REG_DAT
        field DX_DAT = earliest DX_COD where date <= ACHV_DAT
        field DXLAT_DAT = latest DX_COD where date <= ACHV_DAT
        field T_DAT = latest T_COD where date <= ACHV_DAT
        field T_VAL = highest value of T_COD on T_DAT in mmol/mol
        field LOW_DAT = latest T_COD where value > 20 and value < 30 and date <= ACHV_DAT
        field SYS_DAT[] = all BP_COD where date <= ACHV_DAT
        field SYS_VAL[] = lowest value of SYS_COD on each SYS_DAT[] in mmHg
        field DIA_VAL[] = lowest value of DIA_COD on each SYS_DAT[] in mmHg
        field BP_DAT = latest BP_COD where date <= ACHV_DAT
            and SYS_VAL[] on date is recorded and DIA_VAL[] on date is recorded
        field SYS_VAL = SYS_VAL[] on BP_DAT
        field DIA_VAL = DIA_VAL[] on BP_DAT
        field FRAIL_DAT = latest FRAIL_COD where date <= ACHV_DAT
        field PU_DAT = latest PU_COD where date <= ACHV_DAT
        field R_DAT = earliest R_COD where date >= DX_DAT and date <= ACHV_DAT
        field RLAT_DAT = latest R_COD where date <= ACHV_DAT
        group GMS of everyone {
          1: if (REG_DAT is recorded and DEREG_DAT is not recorded) or DEREG_DAT > ACHV_DAT then select else reject
        }
        register DX_REG of GMS { 1: if DX_DAT is recorded then select else reject }
        indicator CONTROL of DX_REG {
          denominator {
            1: if FRAIL_DAT is recorded then reject as FRAIL else next
            2: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else next
            3: if PU_DAT > PPED - 12 months then reject as PU else next
            4: if DX_DAT > PPED - 3 months then reject as DX_LATE else select
          }
          numerator { 1: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else reject }
        }
        indicator REFERRED of DX_REG {
          denominator { 1: select }
          numerator { 1: if R_DAT <= DX_DAT + 60 days then select else reject }
        }
        indicator PRESSURE of DX_REG {
          denominator { 1: select }
          numerator { 1: if SYS_VAL < 140 and DIA_VAL <= 80 and BP_DAT > PPED - 12 months then select else reject }
        }
        indicator DIAGNOSED of DX_REG {
          denominator { 1: select }
          numerator { 1: if DXLAT_DAT > PPED - 1 month then select else reject }
        }
        indicator PROCESSES of DX_REG {
          denominator { 1: select }
          numerator {
            1: if at least 3 of (T_DAT > PPED - 12 months, RLAT_DAT > PPED - 12 months, BP_DAT > PPED - 12 months)
                then select else reject
          }
        }
        indicator WINDOW of DX_REG {
          denominator { 1: select }
          numerator {
            1: if RLAT_DAT > PPED - 6 months then next else reject
            2: if RLAT_DAT > PPED - 3 weeks then reject else select
          }
        }
        indicator RANGE of DX_REG {
          denominator { 1: select }
          numerator { 1: if LOW_DAT > PPED - 12 months then select else reject }
        }
      }
      service WORK {
        status draft
        period from 2021-04-01 to 2022-03-31
        day QSSD = start of period
        day PPED = end of period
        day ACHV_DAT = run date
        use W version 1.0
        parameter POINT = £10
        points CARE {
          CONTROL: 10 from 40% to 80%
          REFERRED: 8 from 10% to 90%
        }
        pay CARE per practice = points of CARE * POINT * (size of DX_REG / LIST) / 1% rounded half up to £0.01
            shared by points of CARE
      }
      """;

  private Example() {}

  static Plan plan(LocalDate asAt, Mode mode) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("work.rubric", RULES)));
    CheckedRules rules = result.rules().orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    return Planner.plan(rules, rules.services().get(0), asAt, mode, new NoClusters());
  }

  static WorklistRun run(Choice choice) {
    return new WorklistRun(plan(AS_AT, Mode.YEAR_END), DroolsEvaluator::new, 2, choice);
  }

  static Worklist list(WorklistRun run, List<PatientRecord> records) {
    return run.list(
        run.find(PatientSource.of(records), Progress.NONE), Supplement.NONE, List.of(PRACTICE), SetAside.NOTHING,
        MANIFEST);
  }

  static Worklist list(PatientRecord... records) {
    return list(run(Choice.ALL), List.of(records));
  }

  static Optional<PatientWork> work(Worklist list, String patient) {
    return list.practices().stream().flatMap(p -> p.patients().stream())
        .filter(work -> work.patientId().equals(patient)).findFirst();
  }

  static Optional<Gap> gap(Worklist list, String patient, String indicator) {
    return work(list, patient).stream().flatMap(work -> work.gaps().stream())
        .filter(gap -> gap.indicator().equals(indicator)).findFirst();
  }

  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }

  /** What the reference says of records at the end of the period. */
  static final class Reference {
    private final Plan plan = plan(END, Mode.YEAR_END);
    private final ReferenceEvaluator evaluator = new ReferenceEvaluator(plan);

    Output output(String indicator) {
      return plan.outputs().stream().filter(o -> o.id().equals(indicator)).findFirst().orElseThrow();
    }

    boolean selects(PatientRecord patient, int ladder) {
      PatientOutcome outcome = evaluator.evaluate(List.of(patient)).get(0);
      return outcome.selected(plan.ladders().get(ladder));
    }

    boolean achieves(PatientRecord patient, String indicator) {
      return selects(patient, output(indicator).numerator().getAsInt());
    }

    /** One code that is in all clusters of an entry. */
    long code(List<String> clusters) {
      return plan.clusters().entrySet().stream()
          .filter(c -> c.getKey().name().equals(clusters.get(0)))
          .flatMap(c -> c.getValue().codes().codes().boxed())
          .filter(code -> clusters.stream().allMatch(name -> plan.clusters().entrySet().stream()
              .filter(c -> c.getKey().name().equals(name)).allMatch(c -> c.getValue().codes().contains(code))))
          .findFirst().orElseThrow();
    }

    /** The record with an act of the list on a day. */
    PatientRecord with(PatientRecord patient, Worklist.Act act, LocalDate day) {
      List<Event> events = new ArrayList<>(patient.events());
      act.entries().forEach(entry -> events.add(new Event(day, new SctId(code(entry.clusters())), entry.value(),
          Optional.of(entry.unit()).filter(unit -> entry.value().isPresent() && !unit.equals(Unit.NONE)), 0)));
      return of(patient, events);
    }

    PatientRecord with(PatientRecord patient, long code, Optional<String> value, LocalDate day) {
      List<Event> events = new ArrayList<>(patient.events());
      events.add(new Event(day, new SctId(code), value.map(BigDecimal::new), Optional.empty(), 0));
      return of(patient, events);
    }
  }

  static PatientRecord of(PatientRecord patient, List<Event> events) {
    return new PatientRecord(patient.practice(), patient.patientId(), patient.born(), patient.died(),
        patient.registrations(), events);
  }

  /** Registered and diagnosed long ago, unless events say more. */
  static PatientRecord patient(String id, Event... events) {
    List<Event> all = new ArrayList<>(List.of(events));
    return new PatientRecord("A81001", id, LocalDate.of(1960, 5, 1), Optional.empty(),
        List.of(new Registration(LocalDate.of(2000, 1, 1), Optional.empty(), true, 0)), all);
  }

  static Event diagnosed(String date) {
    return event(date, DIAGNOSIS, null);
  }

  static Event event(String date, long code, String value) {
    return new Event(LocalDate.parse(date), new SctId(code), Optional.ofNullable(value).map(BigDecimal::new),
        Optional.empty(), 0);
  }
}
