package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.extract.Extract;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.ServiceResult;
import uk.rubric.run.Progress;
import uk.rubric.service.Fingerprint;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.ServiceRun.OutcomeListener;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;

/** What the README shows to those who embed the library; it quotes this class. */
class EmbeddingTest {
  private static final Path FOLDER = Path.of("qof-2021-22");

  @Test
  void runsAServiceFromAProgram() throws IOException {
    ServiceResult result = run(sources(), Path.of("extracts/three-practices"), LocalDate.of(2022, 3, 31));
    assertThat(result.practices()).hasSize(3);
    assertThat(result.practices().get(0).income().orElseThrow().total()).isPresent();
  }

  private static List<SourceText> sources() throws IOException {
    return List.of(source("diabetes.rubric"), source("qof.rubric"));
  }

  private static SourceText source(String name) throws IOException {
    return new SourceText(name, Files.readString(FOLDER.resolve(name)));
  }

  private static ServiceResult run(List<SourceText> sources, Path folder, LocalDate achievementDate) {
    // Once for each contract and date. All of it is immutable, and the evaluator is safe under threads.
    CheckedRules rules = Checker.checkSources(sources).rules().orElseThrow();
    Plan plan =
        Planner.plan(
            rules,
            rules.service("QOF_2021_22").orElseThrow(),
            achievementDate,
            Mode.YEAR_END,
            ClusterFolder.open(Path.of("clusters"), "clusters"));
    ServiceRun run = new ServiceRun(plan, new DroolsEvaluator(plan));

    // Once for each extract. Patient records may come from anywhere; this reads the plain format.
    Extract extract =
        PlainExtract.read(folder, PlanWantedEvents.of(plan), LocalDate.now(), achievementDate, Progress.NONE);
    Manifest manifest =
        new Manifest(
            "1.0", Fingerprint.ofRules(sources), Fingerprint.ofClusters(plan), "unknown", "clusters", extract.sha256());
    return run.over(
        extract.records(),
        extract.practices(),
        extract.setAside(),
        manifest,
        OutcomeListener.NONE,
        Progress.NONE);
  }
}
