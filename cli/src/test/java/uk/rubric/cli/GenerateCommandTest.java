package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

class GenerateCommandTest {
  private static final String CLUSTERS = Path.of("..", "examples", "clusters").toString();

  @TempDir Path folder;

  private Ended generate(Path out) {
    return Cli.rubric("generate", "--patients", "20", "--clusters", CLUSTERS, "--out", out.toString());
  }

  @Test
  void makesTheFolderAndSaysWhatItWrote() {
    Path out = folder.resolve("new/extract");
    Ended ended = generate(out);
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("20 patients and ").contains(out.toString());
    assertThat(out.resolve("events.csv")).isNotEmptyFile();
  }

  @Test
  void doesNotWriteOverAnExtract() throws IOException {
    Files.writeString(folder.resolve("patients.csv"), "patient_id");
    Ended ended = generate(folder);
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[not-written]", "patients.csv");
    assertThat(folder.resolve("patients.csv")).hasContent("patient_id");
  }
}
