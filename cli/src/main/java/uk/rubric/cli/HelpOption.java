package uk.rubric.cli;

import picocli.CommandLine.Option;

/** {@code --help} of a command; the version is the program's and stands at the top alone. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;
}
