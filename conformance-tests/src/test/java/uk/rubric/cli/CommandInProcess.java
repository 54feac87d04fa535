package uk.rubric.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.rubric.conformance.CommandLine;

/** The command line, run in this process by the evaluator of that name; the clock always says the same. */
public record CommandInProcess(String engine) implements CommandLine {
  private static final List<String> OVER_RECORDS = List.of("run", "explain", "worklist");

  @Override
  public Ended run(Path folder, List<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(Files.exists(folder.resolve(word)) ? folder.resolve(word).toString() : word));
    if (OVER_RECORDS.contains(words.get(0))) {
      all.addAll(List.of("--engine", engine));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(out, err, all.toArray(String[]::new));
    return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
