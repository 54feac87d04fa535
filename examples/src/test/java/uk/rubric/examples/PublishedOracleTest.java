package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.generate.ExtractGenerator;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.generate.SyntheticClusters;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.Progress;
import uk.rubric.syntax.LadderNode.ActionKind;

/** Both engines, over the rule file, against the published tables read as they are printed: patient by patient. */
class PublishedOracleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2022-03-31, 202122", "2022-03-31, 1", "2021-11-30, 2", "2022-05-15, 3", "2021-04-01, 4"})
  void everyPatientIsDecidedAsThePublishedTablesSay(LocalDate achievementDate, long seed) {
    Plan plan = Qof202122.plan(achievementDate);
    PublishedOracle oracle = new PublishedOracle(plan);
    List<PatientRecord> patients = patients(plan, seed);
    assertThat(patients.stream().map(oracle::decide)).anyMatch(decided -> decided.size() > 9);
    for (Evaluator evaluator : List.of(new ReferenceEvaluator(plan), new DroolsEvaluator(plan))) {
      List<PatientOutcome> outcomes = evaluator.evaluate(patients);
      for (int i = 0; i < outcomes.size(); i++) {
        assertThat(decided(plan, outcomes.get(i)))
            .as("%s, %s", evaluator.name(), patients.get(i).patientId())
            .isEqualTo(oracle.decide(patients.get(i)));
      }
    }
  }

  private List<PatientRecord> patients(Plan plan, long seed) {
    GeneratorOptions options = new GeneratorOptions(1_000, 2, seed);
    new ExtractGenerator(options, new SyntheticClusters()).write(folder, Progress.NONE);
    LocalDate today = LocalDate.of(2022, 7, 1);
    return PlainExtract.read(folder, PlanWantedEvents.of(plan), today, plan.achievementDate(), Progress.NONE).records();
  }

  private static Map<String, String> decided(Plan plan, PatientOutcome outcome) {
    Map<String, String> decided = new TreeMap<>();
    for (PlannedLadder ladder : plan.ladders()) {
      int branch = outcome.branch(ladder.index());
      if (branch != 0 && ladder.kind() != PlannedLadder.Kind.GROUP) {
        decided.put(ladder.owner() + " " + ladder.kind().word(), text(ladder, branch));
      }
    }
    return decided;
  }

  private static String text(PlannedLadder ladder, int branch) {
    String action = ladder.action(branch).kind() == ActionKind.SELECT ? "Select" : "Reject";
    return ladder.rule(branch).number() + " " + (branch % 2 == 1) + " " + action;
  }
}
