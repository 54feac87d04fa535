package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckedRules;

/** {@code rubric check RULES}: whether the rule text is valid. */
@Command(
    name = "check",
    description = "Checks rule files: names, types, units, flow, points. Ends with 2 when the text is invalid.",
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadedRules loaded = LoadedRules.load(rules, errors.messages(spec));
    if (loaded.rules().isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    spec.commandLine().getOut().println(summary(loaded.rules().get(), loaded.sources().size()));
    return ExitCode.DONE;
  }

  private static String summary(CheckedRules rules, int files) {
    int indicators = rules.rulesets().stream().mapToInt(r -> r.indicators().size()).sum();
    return String.join(
        ", ",
        List.of(
            count(files, "file"),
            count(rules.rulesets().size(), "rule set"),
            count(indicators, "indicator"),
            count(rules.services().size(), "service") + ": no errors"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
