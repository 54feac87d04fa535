package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.generate.ExtractGenerator;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.generate.SyntheticClusters;
import uk.rubric.run.Progress;
import uk.rubric.snomed.cluster.ClusterFolder;

/** What is made by the generator is committed as it makes it; {@code -Dgolden.update=true} writes it anew. */
class SyntheticContentTest {
  private static final Path EXTRACT = Path.of("extracts", "three-practices");

  @TempDir Path folder;

  @Test
  void clustersAreAsMade() throws IOException {
    if (isUpdate()) {
      new SyntheticClusters().write(Qof202122.CLUSTERS);
    }
    new SyntheticClusters().write(folder);
    assertSame(folder, Qof202122.CLUSTERS);
  }

  @Test
  void threePracticesAreAsMade() {
    if (isUpdate()) {
      generate(EXTRACT);
    }
    generate(folder);
    assertSame(folder, EXTRACT);
  }

  @Test
  void theReadmeCountsTheGuidedLives() throws IOException {
    assertThat(Files.readString(EXTRACT.resolve("README.md")))
        .contains("; " + ExtractGenerator.guidedLives() + " are told to the day");
  }

  private static void generate(Path to) {
    ClusterFolder clusters = ClusterFolder.open(Qof202122.CLUSTERS, "clusters");
    new ExtractGenerator(new GeneratorOptions(3_000, 3, 202122), clusters).write(to, Progress.NONE);
  }

  private static boolean isUpdate() {
    return !System.getProperty("golden.update", "").isEmpty();
  }

  private static void assertSame(Path made, Path committed) {
    assertThat(csvFiles(committed)).isEqualTo(csvFiles(made));
    csvFiles(made).forEach(file -> assertThat(committed.resolve(file)).hasSameBinaryContentAs(made.resolve(file)));
  }

  private static List<String> csvFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
