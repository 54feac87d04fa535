package uk.rubric.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckedRules;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.difference.DifferenceReport;
import uk.rubric.difference.RulesDifference;

/** {@code rubric diff OLD NEW}: what the new rules decide and pay differently. */
@Command(
    name = "diff",
    description = {
      "Compares two versions of rules by what they decide and pay: ladders by proof, with a patient as a test where they",
      "differ. Ends with 3 when something is undecided."
    },
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same of the new rules.")
  private Path fresh;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORM",
      description = "The form of the report: table, json, markdown. Default: table.")
  private DifferenceReport format;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadedRules.Unshown before = LoadedRules.read(old);
    LoadedRules.Unshown after = LoadedRules.read(fresh);
    List<Diagnostic> wrong = new ArrayList<>();
    Stream.of(before, after).flatMap(result -> result.diagnostics().stream()).filter(Diagnostic::isError)
        .forEach(wrong::add);
    errors.messages(spec).show(wrong);
    Optional<CheckedRules> one = own(before.rules());
    Optional<CheckedRules> other = own(after.rules());
    if (one.isEmpty() || other.isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    RulesDifference difference = RulesDifference.of(one.get(), other.get());
    spec.commandLine().getOut().print(format.render(difference));
    return difference.undecided().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** Without the services of files that are imported: those are there to be amended. */
  private static Optional<CheckedRules> own(LoadedRules loaded) {
    return loaded.rules().map(rules -> new CheckedRules(rules.rulesets(), loaded.services()));
  }
}
