package uk.rubric.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** Turns whatever stops a command into a message and an exit code; never a stack trace. */
final class Failures {
  // The library lists the names of constants, and the help the words that stand for them.
  private static final Pattern CHOICES = Pattern.compile("(expected one of \\[[^]]*])( \\(case-insensitive\\))?");

  private Failures() {}

  static int badArguments(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    Diagnostic diagnostic =
        Unknown.find(exception, arguments)
            .orElseGet(
                () ->
                    Diagnostic.at(new Place.OnCommand(), RunDiagnostic.ARGUMENTS, firstLine(exception.getMessage()))
                        .withHelp("`" + command.getCommandSpec().qualifiedName() + " --help` shows what fits"));
    new Messages(command.getErr(), ErrorOption.askedFor(arguments)).show(List.of(diagnostic));
    return ExitCode.COULD_NOT_RUN;
  }

  static int handle(Exception exception, CommandLine command, ParseResult parsed) {
    Messages messages =
        new Messages(command.getErr(), ErrorOption.askedFor(parsed.originalArgs().toArray(String[]::new)));
    if (exception instanceof CouldNotRun couldNotRun) {
      messages.show(couldNotRun.diagnostics());
    } else {
      messages.show(internal(exception));
    }
    return ExitCode.COULD_NOT_RUN;
  }

  /** For memory that ran out. */
  static List<Diagnostic> outOfMemory() {
    return List.of(
        Diagnostic.at(
                new Place.OnCommand(), RunDiagnostic.OUT_OF_MEMORY, "there is not enough memory for this command")
            .withHelp("allow it more, as with `RUBRIC_JAVA_OPTS=-Xmx4g`; patients and registrations are held in memory"));
  }

  /** For standard output that takes no more. */
  static List<Diagnostic> outputNotWritten() {
    return List.of(
        Diagnostic.at(
                new Place.OnCommand(), RunDiagnostic.NOT_WRITTEN, "standard output could not be written in full")
            .withHelp("what was written is not the whole result; check where it goes, and the room there"));
  }

  // The exception's own message could hold a patient's value: only its kind and place are shown.
  static List<Diagnostic> internal(Throwable exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return List.of(
        Diagnostic.at(
                new Place.OnCommand(),
                RunDiagnostic.INTERNAL_ERROR,
                "a fault of this program: " + exception.getClass().getSimpleName() + where)
            .withHelp("nothing was computed; please report this line together with the command"));
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("the arguments do not fit").replace('\'', '`');
    String choices = CHOICES.matcher(line).replaceAll(match -> match.group(1).toLowerCase(Locale.ROOT));
    return Character.toLowerCase(choices.charAt(0)) + choices.substring(1);
  }
}
