package uk.rubric.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.source.SourceText;

/** Texts that an argument names: files, or those in folders that end as said. */
final class TextFiles {
  private final String what;
  private final List<String> endings;

  private TextFiles(String what, List<String> endings) {
    this.what = what;
    this.endings = endings;
  }

  /**
   * At least one text, each named by its path as the caller gave it, in the order of the paths and by name in each.
   *
   * @param what in a reader's words, such as {@code table}
   * @param endings of the files that count within a folder; folders in it are not entered
   */
  static List<SourceText> read(List<Path> paths, String what, String... endings) {
    TextFiles files = new TextFiles(what, List.of(endings));
    List<SourceText> texts = new ArrayList<>();
    paths.forEach(path -> files.under(path).forEach(file -> texts.add(files.read(file))));
    return texts;
  }

  private List<Path> under(Path path) {
    if (!Files.exists(path)) {
      throw missing(path, "there is no file or folder `" + path + "`");
    } else if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> found = files.filter(Files::isRegularFile).filter(this::counts).sorted().toList();
      if (found.isEmpty()) {
        throw missing(path, "no " + what + " (`*" + String.join("`, `*", endings) + "`) lies in `" + path + "`");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw missing(path, "the folder `" + path + "` cannot be read");
    }
  }

  private boolean counts(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  private SourceText read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return new SourceText(file.toString(), StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw missing(file, "the " + what + " `" + file + "` is not UTF-8 text");
    } catch (IOException e) {
      throw missing(file, "the " + what + " `" + file + "` cannot be read");
    }
  }

  private static CouldNotRun missing(Path path, String message) {
    return new CouldNotRun(Diagnostic.at(Place.of(path.toString()), RunDiagnostic.MISSING_FILE, message));
  }
}
