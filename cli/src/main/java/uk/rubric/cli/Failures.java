package uk.rubric.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** Turns whatever stops a command into a message and an exit code; never a stack trace. */
final class Failures {
  private Failures() {}

  static int badArguments(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    Diagnostic diagnostic =
        Diagnostic.at(new Place.OnCommand(), RunDiagnostic.ARGUMENTS, firstLine(exception.getMessage()))
            .withHelp("`" + command.getCommandSpec().qualifiedName() + " --help` shows what fits");
    new Messages(command.getErr(), ErrorOption.askedFor(arguments)).show(java.util.List.of(diagnostic));
    return ExitCode.COULD_NOT_RUN;
  }

  static int handle(Exception exception, CommandLine command, ParseResult parsed) {
    Messages messages =
        new Messages(command.getErr(), ErrorOption.askedFor(parsed.originalArgs().toArray(String[]::new)));
    if (exception instanceof CouldNotRun couldNotRun) {
      messages.show(couldNotRun.diagnostics());
    } else {
      messages.show(java.util.List.of(internal(exception)));
    }
    return ExitCode.COULD_NOT_RUN;
  }

  // The exception's own message could hold a patient's value: only its kind and place are shown.
  private static Diagnostic internal(Exception exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return Diagnostic.at(
            new Place.OnCommand(),
            RunDiagnostic.INTERNAL_ERROR,
            "a fault of this program: " + exception.getClass().getSimpleName() + where)
        .withHelp("nothing was computed; please report this line together with the command");
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("the arguments do not fit");
    return Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }
}
