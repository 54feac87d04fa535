package uk.rubric.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.source.SourceText;

/** The tables of an invented area, and what becomes of them. */
final class Tables {
  static final ImportOptions HAY = new ImportOptions(Optional.of("HAY"), Optional.of("1.0"));

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private Tables() {}

  static Path file(String name) {
    return GOLDEN.resolve(name);
  }

  /** Files of a folder below {@code golden}, each called by its file name alone. */
  static List<SourceText> of(String folder, String... names) {
    return Arrays.stream(names).map(name -> new SourceText(name, text(folder + "/" + name))).toList();
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The three files that make up a rule set. */
  static List<SourceText> hayFever() {
    return of("hayfever", "rules.csv", "fields.csv", "clusters.csv");
  }

  static String shown(List<Diagnostic> diagnostics) {
    return DiagnosticFormat.HUMAN.renderer().render(diagnostics);
  }
}
