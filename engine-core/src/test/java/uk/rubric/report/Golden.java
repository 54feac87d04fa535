package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file of the test resources, or rewrites it when {@code golden.update} is set. */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "report");

  private Golden() {}

  static void check(String name, byte[] actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.createDirectories(FOLDER);
      Files.write(file, actual);
    }
    assertThat(new String(actual, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
  }
}
