package uk.rubric.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top command: shows its help. */
@Command(
    name = "rubric",
    description = "UK general-practice contracts, written as rules: counts, achievement and income, every figure explained.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, CheckCommand.class, ExplainCommand.class, GenerateCommand.class},
    footer = {
      "",
      "Exit codes: 0 done; 1 could not run; 2 the rule text is invalid; 3 ran, but records or values were set aside."
    })
final class RubricCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static CommandLine commandLine() {
    return new CommandLine(new RubricCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::badArguments)
        .setExecutionExceptionHandler(Failures::handle);
  }
}
