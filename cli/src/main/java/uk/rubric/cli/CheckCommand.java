package uk.rubric.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckedRules;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.proof.RuleProofs;

/** {@code rubric check RULES}: whether the rule text is valid. */
@Command(
    name = "check",
    description = {
      "Checks rule files: names, types, units, flow, points; and proves that each rule can decide somebody.",
      "Ends with 2 when the text is invalid."
    },
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadedRules.Unshown checked = LoadedRules.read(rules);
    Optional<RuleProofs.Result> proofs = own(checked.rules()).map(RuleProofs::of);
    List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
    proofs.ifPresent(result -> all.addAll(result.diagnostics()));
    errors.messages(spec).show(all);
    if (all.stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.INVALID_RULES;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(summary(checked.rules().rules().orElseThrow(), checked.rules().sources().size()));
    proofs.ifPresent(result -> openQuestions(result, checked.rules()).forEach(out::println));
    return ExitCode.DONE;
  }

  /** Without the services of files that are imported, where the caller gave one: those are there to be amended. */
  private static Optional<CheckedRules> own(LoadedRules loaded) {
    return loaded.rules().map(rules ->
        loaded.services().isEmpty() ? rules : new CheckedRules(rules.rulesets(), loaded.services()));
  }

  /** What the proofs do not cover: silence would be taken for a proof. */
  private static List<String> openQuestions(RuleProofs.Result proofs, LoadedRules loaded) {
    List<String> lines = new ArrayList<>();
    Set<String> given = loaded.rules().orElseThrow().rulesets().stream()
        .filter(ruleset -> loaded.isGiven(ruleset.span().source()))
        .map(ruleset -> ruleset.name() + " version " + ruleset.version())
        .collect(Collectors.toSet());
    List<String> own = proofs.notAnalysed().stream().filter(given::contains).toList();
    List<String> imported = proofs.notAnalysed().stream().filter(name -> !given.contains(name)).toList();
    if (!own.isEmpty()) {
      lines.add("nothing is proved of " + String.join(", ", own) + ": no service gives it dates");
    }
    if (!imported.isEmpty()) {
      lines.add("nothing is proved of " + (imported.size() > 3 ? imported.size() + " imported rule sets"
          : String.join(", ", imported)) + ": no service here uses " + (imported.size() > 1 ? "them" : "it"));
    }
    if (!proofs.undecided().isEmpty()) {
      lines.add(count(proofs.undecided().size(), "question") + " undecided:");
      proofs.undecided().forEach(question -> lines.add("  " + question));
    }
    return lines;
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
