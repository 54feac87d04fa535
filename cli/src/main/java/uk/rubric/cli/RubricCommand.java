package uk.rubric.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
        .registerConverter(LocalDate.class, RubricCommand::date)
        .registerConverter(int.class, text -> whole(text, Integer::valueOf))
        .registerConverter(long.class, text -> whole(text, Long::valueOf))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::badArguments)
        .setExecutionExceptionHandler(Failures::handle);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("expected a date in the form 2022-03-31");
    }
  }

  private static <T> T whole(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number");
    }
  }
}
