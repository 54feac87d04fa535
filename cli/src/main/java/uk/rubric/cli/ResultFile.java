package uk.rubric.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** A file that the user named for a result. No state. */
final class ResultFile {
  private static final String RULES = ".rubric";

  /** How a file of an extract, a prepared one or a code cluster is called. */
  private static final Pattern DATA = Pattern.compile(
      "(patients|registrations|events|practices|evidence|history|prepared-extract)\\b.*|.*\\.columns|[A-Z][A-Z0-9_]*\\.csv");

  private ResultFile() {}

  /**
   * Ends a run that could not write its files before it has taken its time, or that would write over what it reads: over
   * a rule file wherever it stands, as it may be imported.
   *
   * @param read folders and files that the command reads; each path may be null
   * @param files for results; each path may be null
   */
  static void check(List<Path> read, Path... files) {
    Stream.of(files).filter(Objects::nonNull).forEach(file -> {
      if (Files.isDirectory(file) || !Files.isDirectory(file.toAbsolutePath().getParent())) {
        throw notWritten(file);
      }
      if (isRules(file) || read.stream().anyMatch(from -> from != null && isRead(file, from))) {
        throw new CouldNotRun(Diagnostic.at(Place.of(file.toString()), RunDiagnostic.NOT_WRITTEN,
                "the file `" + file + "` is one that is read, and was left as it is")
            .withHelp("name another file for the result"));
      }
    });
  }

  private static boolean isRules(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().endsWith(RULES);
  }

  private static boolean isRead(Path file, Path from) {
    try {
      return Files.isRegularFile(file) && DATA.matcher(file.toRealPath().getFileName().toString()).matches()
          && file.toRealPath().startsWith(from.toRealPath());
    } catch (IOException e) {
      // What is not there is told by who reads it.
      return false;
    }
  }

  /** Writes a result whole or not at all. */
  static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      discard(file);
      throw notWritten(file);
    }
  }

  /** Takes away what was written for a run that did not come to its end; a device or a pipe stays. */
  static void discard(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        Files.delete(file.toRealPath());
      }
    } catch (IOException e) {
      // The run ends with an error whatever is left of the file.
      return;
    }
  }

  static CouldNotRun notWritten(Path path) {
    return new CouldNotRun(
        Diagnostic.at(
                Place.of(path.toString()), RunDiagnostic.NOT_WRITTEN, "the file `" + path + "` could not be written")
            .withHelp("check that its folder exists and may be written to"));
  }
}
