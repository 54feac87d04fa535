package uk.rubric.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.source.SourceText;

/** The rule files of a RULES argument: a file, or every {@code *.rubric} under a folder, by name. */
final class RuleFiles {
  private RuleFiles() {}

  /** At least one text, each named by its path as the caller gave it. */
  static List<SourceText> read(Path rules) {
    if (!Files.exists(rules)) {
      throw missing(rules, "there is no file or folder `" + rules + "`");
    }
    List<Path> files = Files.isDirectory(rules) ? filesUnder(rules) : List.of(rules);
    if (files.isEmpty()) {
      throw missing(rules, "no rule file (`*.rubric`) lies under `" + rules + "`");
    }
    return files.stream().map(RuleFiles::readFile).collect(Collectors.toList());
  }

  private static List<Path> filesUnder(Path folder) {
    try {
      // The folder itself may be a link, which a walk would not enter; files keep the names that the caller gave.
      Path real = folder.toRealPath();
      return filesUnder(real, path -> folder.resolve(real.relativize(path)));
    } catch (IOException | UncheckedIOException e) {
      throw missing(folder, "the folder `" + folder + "` cannot be read");
    }
  }

  private static List<Path> filesUnder(Path folder, UnaryOperator<Path> named) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(p -> p.toString().endsWith(".rubric") && Files.isRegularFile(p))
          .map(named)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /** An imported file, named by the shortest path to it; empty when it cannot be read. */
  static Optional<SourceText> imported(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(readFile(shortest(file))) : Optional.empty();
    } catch (CouldNotRun unreadable) {
      return Optional.empty();
    }
  }

  /** A path without {@code ..} where that leads to the same file, or to none. */
  static Path shortest(Path path) {
    Path plain = path.normalize();
    return Files.exists(path) && !isSame(path, plain) ? path : plain;
  }

  // Past a link `..` is the parent of what it leads to, and not what the shorter path says.
  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private static SourceText readFile(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return new SourceText(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw missing(file, "the rule file `" + file + "` is not UTF-8 text");
    } catch (IOException e) {
      throw missing(file, "the rule file `" + file + "` cannot be read");
    }
  }

  private static CouldNotRun missing(Path path, String message) {
    return new CouldNotRun(Diagnostic.at(Place.of(path.toString()), RunDiagnostic.MISSING_FILE, message));
  }
}
