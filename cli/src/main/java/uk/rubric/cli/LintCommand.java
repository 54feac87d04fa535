package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.lint.Lint;
import uk.rubric.load.RuleLoader;

/** {@code rubric lint RULES}: what may be better in rules that are valid. */
@Command(
    name = "lint",
    description = {
      "Gives advice on valid rules: what nothing uses, what no test tells of, what does not say where it comes from.",
      "Ends with 3 when there is advice, with 2 when the text is invalid."
    },
    sortOptions = false)
final class LintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadedRules.Unshown checked = LoadedRules.read(rules);
    Messages messages = errors.messages(spec);
    if (checked.rules().rules().isEmpty()) {
      messages.show(checked.diagnostics());
      return ExitCode.INVALID_RULES;
    }
    List<Diagnostic> advice = Lint.of(RuleLoader.load(checked.rules().sources(), RuleFiles::imported).files());
    messages.show(advice);
    if (advice.isEmpty()) {
      spec.commandLine().getOut().println("no advice");
    }
    return advice.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
