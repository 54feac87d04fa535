package uk.rubric.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.benchmark.data.BenchmarkExtract;
import uk.rubric.benchmark.data.SixtyIndicators;
import uk.rubric.benchmark.peer.Counts;
import uk.rubric.benchmark.peer.CqlEngineRun;
import uk.rubric.benchmark.peer.HandWritten;
import uk.rubric.benchmark.peer.PlainDrools;
import uk.rubric.benchmark.stage.SixPieces;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.plan.Plan;

/** Programs that are compared do the same work. */
class SixPiecesTest {
  private static final Path CLUSTERS = Path.of("six-pieces/clusters");
  private static final int PATIENTS = 600;

  @TempDir static Path extract;
  private static Counts reference;

  @BeforeAll
  static void generate() throws IOException {
    BenchmarkExtract.write(extract, PATIENTS, BenchmarkExtract.SEED, 0);
    Plan plan = SixPieces.plan(Path.of("six-pieces"));
    reference = SixPieces.count(plan, new ReferenceEvaluator(plan), extract, 1);
  }

  @Test
  void everyFigureIsMet() {
    assertThat(Counts.NAMES).allSatisfy(name -> assertThat(reference.get(name)).as(name).isPositive());
  }

  @Test
  void droolsCountsAsTheReferenceDoes() {
    Plan plan = SixPieces.plan(Path.of("six-pieces"));

    assertThat(SixPieces.count(plan, new DroolsEvaluator(plan), extract, 2)).isEqualTo(reference);
  }

  @Test
  void handWrittenCountsAsTheReferenceDoes() throws Exception {
    assertThat(HandWritten.count(extract, CLUSTERS, 1)).isEqualTo(reference);
    assertThat(HandWritten.count(extract, CLUSTERS, 3)).isEqualTo(reference);
  }

  @Test
  void plainDroolsCountsAsTheReferenceDoes() throws IOException {
    assertThat(PlainDrools.count(extract, CLUSTERS)).isEqualTo(reference);
  }

  @Test
  void theCqlEngineCountsAsTheReferenceDoes() throws IOException {
    assertThat(CqlEngineRun.count(extract, CLUSTERS)).isEqualTo(reference);
  }

  @Test
  void entriesThatNoRuleLooksAtChangeNoCount(@TempDir Path more) throws Exception {
    BenchmarkExtract.write(more, PATIENTS, BenchmarkExtract.SEED, 50);

    assertThat(HandWritten.count(more, CLUSTERS, 1)).isEqualTo(reference);
  }

  @Test
  void sixtyIndicatorsAreTenTimesSix(@TempDir Path sixty) throws IOException {
    SixtyIndicators.write(Path.of("six-pieces"), sixty);

    Plan plan = SixPieces.plan(sixty);
    assertThat(plan.outputs()).hasSize(60);
    assertThat(plan.clusters()).hasSize(120);
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
    BenchmarkExtract.write(again, PATIENTS, BenchmarkExtract.SEED, 0);

    for (String file : List.of("patients.csv", "registrations.csv", "events.csv")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(extract.resolve(file));
    }
  }

  @Test
  void theFirstPatientsOfMoreAreThoseOfFewer(@TempDir Path smaller) throws IOException {
    BenchmarkExtract.write(smaller, 10, BenchmarkExtract.SEED, 0);

    assertThat(Files.readString(extract.resolve("events.csv")))
        .startsWith(Files.readString(smaller.resolve("events.csv")));
  }
}
