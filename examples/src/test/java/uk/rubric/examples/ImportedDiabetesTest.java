package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.generate.ExtractGenerator;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.generate.SyntheticClusters;
import uk.rubric.imports.ImportOptions;
import uk.rubric.imports.ImportResult;
import uk.rubric.imports.TableImport;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.Planner;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.Progress;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** The published tables of diabetes, imported, decide every patient as the rule file that was written by hand. */
class ImportedDiabetesTest {
  private static final String TABLES = "business-rules-v46/";
  private static final ImportOptions DM = new ImportOptions(Optional.of("DM"), Optional.of("46.0"));

  /** What the tables leave open, and the file that was written by hand says. */
  private static final SourceText CODES = new SourceText("codes.csv", """
      field,code,term
      BPSYS_VAL,72313002,Systolic arterial pressure
      BPSYS_VAL,271649006,Systolic blood pressure
      BPDIA_VAL,1091811000000102,Diastolic arterial pressure
      BPDIA_VAL,271650006,Diastolic blood pressure
      """);

  private static final SourceText SERVICE = new SourceText("service.rubric", """
      service S {
        period from 2021-04-01 to 2022-03-31
        day QSSD = start of period
        day PPED = end of period
        day ACHV_DAT = run date
        use DM version 46.0
      }
      """);

  @TempDir Path folder;

  private static List<SourceText> tables(String form) {
    List<SourceText> files = new ArrayList<>(List.of(CODES));
    if (!form.equals("csv")) {
      files.add(table("DIABETES_v46.md"));
    }
    if (!form.equals("document")) {
      List.of("clusters", "fields", "rules").forEach(name -> files.add(table("diabetes_v46_" + name + ".csv")));
    }
    if (form.equals("both and reasons")) {
      String reasons = "qof-2023-24/indicator_reject_reasons_2324.csv";
      files.add(new SourceText(reasons, PublishedTables.document(reasons)));
    }
    return files;
  }

  private static SourceText table(String name) {
    return new SourceText(name, PublishedTables.document(TABLES + name));
  }

  private static SourceText imported(String form) {
    ImportResult result = TableImport.of(tables(form), DM);
    assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return new SourceText("imported.rubric", result.rules().orElseThrow());
  }

  private static Plan plan(SourceText rules, LocalDate achievementDate) {
    CheckResult checked = Checker.checkSources(List.of(rules, SERVICE));
    assertThat(checked.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    CheckedRules all = checked.rules().orElseThrow();
    return Planner.plan(all, all.services().get(0), achievementDate, Mode.YEAR_END,
        ClusterFolder.open(Qof202122.CLUSTERS, "clusters"));
  }

  private static Plan byHand(LocalDate achievementDate) throws IOException {
    String text = Files.readString(Qof202122.FOLDER.resolve("diabetes.rubric"));
    return plan(new SourceText("diabetes.rubric", text), achievementDate);
  }

  static List<String> forms() {
    return List.of("csv", "document", "both and reasons");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theRulesAreThoseOfTheFileByHand(String form) throws IOException {
    Map<String, String> mine = conditions(plan(imported(form), Qof202122.YEAR_END));

    assertThat(mine).hasSize(99).isEqualTo(conditions(byHand(Qof202122.YEAR_END)));
  }

  private static Map<String, String> conditions(Plan plan) {
    Map<String, String> conditions = new TreeMap<>();
    published(plan).forEach(ladder -> ladder.ladder().rules().forEach(rule ->
        conditions.put(name(ladder) + " " + rule.number(), rule.condition().map(ConditionText::of).orElse(""))));
    return conditions;
  }

  @ParameterizedTest
  @CsvSource({
    "csv, 2022-03-31, 1", "csv, 2021-11-30, 2", "document, 2022-03-31, 3", "document, 2021-09-30, 4",
    "both and reasons, 2022-03-31, 5"
  })
  void everyPatientIsDecidedByTheSameRule(String form, LocalDate achievementDate, long seed) throws IOException {
    Plan imported = plan(imported(form), achievementDate);
    Plan byHand = byHand(achievementDate);
    List<PatientRecord> patients = new ArrayList<>(generated(byHand, seed));
    patients.addAll(new Hostile(byHand, new Random(seed)).patients(1_500));

    List<PatientOutcome> mine = new ReferenceEvaluator(imported).evaluate(patients);
    List<PatientOutcome> theirs = new ReferenceEvaluator(byHand).evaluate(patients);
    Set<String> met = new TreeSet<>();
    for (int i = 0; i < patients.size(); i++) {
      Map<String, String> decided = decided(byHand, theirs.get(i));
      decided.forEach((ladder, rule) -> met.add(ladder + " " + rule));
      assertThat(decided(imported, mine.get(i))).as(patients.get(i).patientId()).isEqualTo(decided);
    }
    assertThat(met).as("rules that decide somebody").hasSizeGreaterThan(90);
  }

  private List<PatientRecord> generated(Plan plan, long seed) {
    new ExtractGenerator(new GeneratorOptions(800, 1, seed), new SyntheticClusters()).write(folder, Progress.NONE);
    LocalDate today = LocalDate.of(2022, 7, 1);
    return PlainExtract.read(folder, PlanWantedEvents.of(plan), today, plan.achievementDate(), Progress.NONE).records();
  }

  private static List<PlannedLadder> published(Plan plan) {
    return plan.ladders().stream().filter(ladder -> ladder.kind() != PlannedLadder.Kind.GROUP).toList();
  }

  private static String name(PlannedLadder ladder) {
    return ladder.owner() + " " + ladder.kind().word();
  }

  private static Map<String, String> decided(Plan plan, PatientOutcome outcome) {
    return published(plan).stream()
        .filter(ladder -> outcome.branch(ladder.index()) != 0)
        .collect(Collectors.toMap(ImportedDiabetesTest::name, ladder -> {
          int branch = outcome.branch(ladder.index());
          ActionKind action = ladder.action(branch).kind();
          return ladder.rule(branch).number() + " " + (branch % 2 == 1) + " " + action;
        }, (a, b) -> a, TreeMap::new));
  }

  /** Patients whose days and values crowd around those of the rules. */
  private static final class Hostile {
    private static final List<String> UNITS = List.of("mmol/mol", "mmHg", "%", "kg");

    private final Plan plan;
    private final Random dice;
    private final List<Long> codes;

    Hostile(Plan plan, Random dice) {
      this.plan = plan;
      this.dice = dice;
      this.codes = plan.clusters().values().stream()
          .flatMap(cluster -> cluster.codes().codes().boxed().limit(3)).distinct().sorted().toList();
    }

    List<PatientRecord> patients(int count) {
      List<PatientRecord> patients = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        patients.add(patient("H" + i));
      }
      return patients;
    }

    private PatientRecord patient(String id) {
      LocalDate born = plan.achievementDate().minusYears(one(List.of(5, 16, 17, 18, 39, 40, 41, 80)))
          .plusDays(dice.nextInt(3) - 1);
      List<Registration> registrations = new ArrayList<>();
      for (int i = dice.nextInt(3); i >= 0; i--) {
        LocalDate start = day();
        Optional<LocalDate> end = Optional.of(start.plusDays(dice.nextInt(900))).filter(d -> dice.nextInt(3) == 0);
        registrations.add(new Registration(start, end, dice.nextInt(6) > 0, 0));
      }
      List<Event> events = new ArrayList<>();
      for (int i = dice.nextInt(40); i >= 0; i--) {
        events.add(event(one(codes)));
      }
      diabetes().forEach(code -> events.add(event(code)));
      return new PatientRecord("A81001", id, born, Optional.empty(), registrations, events);
    }

    /** Most have it: what is asked first must not hide the rest. */
    private List<Long> diabetes() {
      return plan.clusters().entrySet().stream()
          .filter(entry -> entry.getKey().name().equals("DM_COD") && dice.nextInt(8) > 0)
          .map(entry -> entry.getValue().codes().codes().min().orElseThrow()).toList();
    }

    private Event event(long code) {
      Optional<BigDecimal> value = dice.nextInt(4) > 0
          ? Optional.of(BigDecimal.valueOf(one(List.of(9, 10, 11, 57, 58, 59, 75, 76, 79, 80, 81, 139, 140, 141))))
          : Optional.empty();
      Optional<Unit> unit = dice.nextInt(4) == 0 ? Optional.of(new Unit(one(UNITS))) : Optional.empty();
      return new Event(day(), SctId.parse(String.valueOf(code)).orElseThrow(), value, unit, 0);
    }

    private LocalDate day() {
      LocalDate end = LocalDate.of(2022, 3, 31);
      return switch (dice.nextInt(5)) {
        case 0 -> plan.achievementDate().minusDays(dice.nextInt(12));
        case 1 -> LocalDate.of(2013, 4, 1).plusDays(dice.nextInt(3) - 1);
        case 2 -> end.minusDays(dice.nextInt(700));
        default -> end.minusMonths(one(List.of(0, 3, 6, 9, 12, 21, 36))).plusDays(dice.nextInt(3) - 1);
      };
    }

    private <T> T one(List<T> choices) {
      return choices.get(dice.nextInt(choices.size()));
    }
  }
}
