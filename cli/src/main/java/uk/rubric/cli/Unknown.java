package uk.rubric.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.run.RunDiagnostic;

/** The option or command that is not there: most often the reason why another argument is missing. */
final class Unknown {
  private Unknown() {}

  /** Nothing when all options and the command are known. */
  static Optional<Diagnostic> find(ParameterException exception, String... arguments) {
    CommandLine command = exception.getCommandLine();
    Optional<Diagnostic> option = Arrays.stream(arguments)
        .takeWhile(argument -> !argument.equals("--"))
        .filter(argument -> argument.matches("--[A-Za-z].*"))
        .map(argument -> argument.split("=", 2)[0])
        .filter(name -> !command.getCommandSpec().optionsMap().containsKey(name))
        .findFirst()
        .map(name -> unknown("option", name, command.getCommandSpec().optionsMap().keySet(), command));
    return option.or(() -> command(exception));
  }

  private static Optional<Diagnostic> command(ParameterException exception) {
    CommandLine command = exception.getCommandLine();
    if (command.getParent() != null || !(exception instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    List<String> given = unmatched.getUnmatched();
    return given.stream()
        .findFirst()
        .map(name -> unknown("command", name, command.getSubcommands().keySet(), command));
  }

  private static Diagnostic unknown(String what, String name, Collection<String> known, CommandLine command) {
    String help = Suggestion.closest(name, known)
        .map(near -> "did you mean `" + near + "`?")
        .orElse("`" + command.getCommandSpec().qualifiedName() + " --help` shows what fits");
    return Diagnostic.at(new Place.OnCommand(), RunDiagnostic.ARGUMENTS, "there is no " + what + " `" + name + "`")
        .withHelp(help);
  }
}
