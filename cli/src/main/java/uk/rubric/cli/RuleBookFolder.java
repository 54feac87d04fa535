package uk.rubric.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** The folder of a rule book, in which no page of an earlier book stays and nobody else's file is touched. */
final class RuleBookFolder {
  private static final String MARK = "rulebook.css";
  private static final Pattern PAGE = Pattern.compile("(ruleset|service)-.*\\.html");

  private RuleBookFolder() {}

  static void write(Path folder, Map<String, String> book) {
    try {
      Files.createDirectories(folder);
      List<Path> there = filesIn(folder);
      if (!there.isEmpty() && !Files.exists(folder.resolve(MARK))) {
        throw taken(folder);
      }
      for (Path file : there) {
        String name = file.getFileName().toString();
        if (PAGE.matcher(name).matches() && !book.containsKey(name)) {
          Files.delete(file);
        }
      }
      for (Map.Entry<String, String> file : book.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException | UncheckedIOException e) {
      throw ResultFile.notWritten(folder);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static CouldNotRun taken(Path folder) {
    return new CouldNotRun(
        Diagnostic.at(Place.of(folder.toString()), RunDiagnostic.NOT_WRITTEN,
                "the folder `" + folder + "` holds other files than a rule book")
            .withHelp("name a new or empty folder with `--out`"));
  }
}
