package uk.rubric.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Compares with a file, or rewrites it when {@code golden.update} is set. */
final class Golden {
  private Golden() {}

  static void compare(Path file, String actual) {
    compare(file, actual, text -> text);
  }

  /** In any layout: that is tested where it is made. */
  static void compareWords(Path file, String actual) {
    compare(file, actual, text -> text.replaceAll("\\s+", " "));
  }

  private static void compare(Path file, String actual, UnaryOperator<String> form) {
    try {
      if (!System.getProperty("golden.update", "").isEmpty()) {
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
      assertThat(form.apply(actual)).as("%s", file).isEqualTo(form.apply(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
