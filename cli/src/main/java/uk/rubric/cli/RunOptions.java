package uk.rubric.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and the commands like it are told: which rules over which records, on which date. */
final class RunOptions extends EvaluationOptions {
  @Parameters(index = "0", paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  Path rules;

  @Option(
      names = "--extract",
      order = FIRST,
      required = true,
      paramLabel = "DIR",
      description = "The folder of the extract: patients.csv, registrations.csv, events.csv, practices.csv; or one that "
          + "`rubric prepare` made.")
  Path extract;

  /** Where all stands that is read. */
  List<Path> read() {
    return Arrays.asList(rules, extract, clusters().orElse(null));
  }
}
