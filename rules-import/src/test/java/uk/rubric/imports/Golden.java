package uk.rubric.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file, or rewrites it when {@code golden.update} is set. */
final class Golden {
  private Golden() {}

  static void compare(Path file, String actual) {
    try {
      if (!System.getProperty("golden.update", "").isEmpty()) {
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
      assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
