package uk.rubric.conformance;

import java.nio.file.Path;
import java.util.List;

/** A command line as its user meets it: words in; exit code and both streams out. */
@FunctionalInterface
public interface CommandLine {
  /**
   * Runs one command.
   *
   * @param folder where its user stands: names of files in {@code words} are of this folder
   * @param words what follows the name of the program: {@code run}, {@code rules.rubric}
   */
  Ended run(Path folder, List<String> words);

  /** What a command ended with. */
  record Ended(int code, String out, String err) {}
}
