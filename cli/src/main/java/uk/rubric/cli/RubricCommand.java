package uk.rubric.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import uk.rubric.diagnostic.DiagnosticFormat;

/** The top command: shows its help. */
@Command(
    name = "rubric",
    description =
        "UK general-practice contracts, written as rules: counts, achievement and income, each figure explained.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "`rubric COMMAND --help` lists the options of a command. For a start:",
      "  rubric run examples/qof-2021-22 --extract examples/extracts/three-practices",
      "",
      "Exit codes: 0 done; 1 could not run; 2 the rule text is invalid; 3 ran, but records or values were set aside."
    })
final class RubricCommand implements Runnable {
  // Four digits and no sign, as everywhere in rules and extracts: the default takes years of nine digits too.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS = List.of(
      RunCommand.class, CheckCommand.class, TestCommand.class, MutateCommand.class, FmtCommand.class, LintCommand.class,
      DiffCommand.class, ExplainCommand.class, WorklistCommand.class, PrepareCommand.class, GenerateCommand.class,
      DocsCommand.class, ImportCommand.class, HelpCommand.class);

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * What is needed to read these arguments. When they begin with the name of a command it is that command alone: to
   * describe all of them takes the library as long as many a command takes, and so does it to read their annotations.
   * So a command is found by the name of its class.
   */
  static CommandLine commandLine(String... arguments) {
    List<Class<?>> asked = COMMANDS.stream()
        .filter(command -> command != HelpCommand.class && arguments.length > 0)
        .filter(command -> command.getSimpleName().toLowerCase(Locale.ROOT).equals(arguments[0] + "command"))
        .toList();
    CommandLine line = new CommandLine(new RubricCommand());
    (asked.isEmpty() ? COMMANDS : asked).forEach(line::addSubcommand);
    // Last, for what is set here is set for the commands that are there.
    return line
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, RubricCommand::date)
        .registerConverter(Path.class, RubricCommand::path)
        .registerConverter(DiagnosticFormat.class, RubricCommand::errors)
        .registerConverter(int.class, text -> whole(text, Integer::valueOf))
        .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
        .registerConverter(long.class, text -> whole(text, Long::valueOf))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::badArguments)
        .setExecutionExceptionHandler(Failures::handle);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("expected a date that exists, in the form 2022-03-31");
    }
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("expected the path of a file or folder and found a blank");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("this cannot be the path of a file or folder");
    }
  }

  private static DiagnosticFormat errors(String text) {
    return DiagnosticFormat.of(text.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new TypeConversionException("expected human, json, sarif or github"));
  }

  private static <T> T whole(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number");
    }
  }
}
