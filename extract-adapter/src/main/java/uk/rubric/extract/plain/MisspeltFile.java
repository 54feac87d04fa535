package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.RunDiagnostic;

/**
 * A file that is meant to be one that an extract may have, by a name that differs in capitals, the plural, digits or signs
 * alone: {@code Practice.csv}. It would be passed over, and what it says with it. No state.
 */
final class MisspeltFile {
  private MisspeltFile() {}

  /** What is wrong with the first such file of a folder that lacks the file itself. */
  static Optional<Diagnostic> find(Path folder, Layout layout) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> folded(name).equals(folded(layout.file())))
          .sorted()
          .findFirst()
          .map(name -> Diagnostic.at(Place.of(folder.resolve(name).toString()), RunDiagnostic.MISSING_FILE,
                  "a file `" + name + "` is not read: it is called `" + layout.file() + "`")
              .withHelp("rename it, or take it out of the folder"));
    } catch (IOException | UncheckedIOException e) {
      // Whoever opens the files of the folder tells that it cannot be read.
      return Optional.empty();
    }
  }

  private static String folded(String name) {
    String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(csv|parquet)(\\.[a-z]+)?$", "");
    return stem.equals(name.toLowerCase(Locale.ROOT)) ? "" : stem.replaceAll("[^a-z]", "").replaceFirst("s$", "");
  }
}
