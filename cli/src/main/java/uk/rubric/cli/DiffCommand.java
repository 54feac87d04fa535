package uk.rubric.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.difference.DifferenceReport;
import uk.rubric.difference.RulesDifference;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.RuleChanges.RuleChange;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.report.ImpactJson;
import uk.rubric.report.ImpactMarkdown;
import uk.rubric.report.ImpactTable;

/** {@code rubric diff OLD NEW}: what the new rules decide and pay differently. */
@Command(
    name = "diff",
    description = {
      "Compares two versions of rules by what they decide and pay: ladders by proof, with a patient as a test where they",
      "differ. Ends with 3 when something is undecided. With an extract it tells who moves, by which rule, and what it",
      "pays; then it ends with 3 when something was set aside."
    },
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same of the new rules.")
  private Path fresh;

  @Mixin private ImpactOptions impact;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORM",
      description = "The form of the report: table, json, markdown. Default: table.")
  private DifferenceReport format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where the report goes, instead of standard output.")
  private Path out;

  @Mixin private Gate gate;
  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    impact.check(spec.commandLine());
    gate.check(spec.commandLine(), impact.extract != null);
    if (out != null && out.equals(impact.patients)) {
      throw new ParameterException(spec.commandLine(), "`--out` and `--patients` name one file");
    }
    ResultFile.check(Arrays.asList(old, fresh, impact.extract), out, impact.patients);
    LoadedRules.Unshown before = LoadedRules.readRules(old);
    LoadedRules.Unshown after = LoadedRules.readRules(fresh);
    List<Diagnostic> wrong = new ArrayList<>();
    Stream.of(before, after).flatMap(result -> result.diagnostics().stream()).filter(Diagnostic::isError)
        .forEach(wrong::add);
    Messages messages = errors.messages(spec);
    messages.show(wrong);
    if (before.rules().rules().isEmpty() || after.rules().rules().isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    return impact.extract == null
        ? compare(before.rules(), after.rules(), messages)
        : run(before.rules(), after.rules(), messages);
  }

  private int compare(LoadedRules before, LoadedRules after, Messages messages) {
    RulesDifference difference = RulesDifference.of(own(before), own(after));
    write(format.render(difference));
    boolean passes = passes(difference, Optional.empty(), messages);
    return passes && difference.undecided().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** Without the services of files that are imported, and the rule sets of theirs: those are there to be amended. */
  static CheckedRules own(LoadedRules loaded) {
    CheckedRules rules = loaded.rules().orElseThrow();
    List<CheckedService> services = loaded.services();
    Set<CheckedRuleset> used = services.stream().flatMap(s -> rules.used(s).stream()).collect(Collectors.toSet());
    return new CheckedRules(
        rules.rulesets().stream()
            .filter(r -> services.isEmpty() || used.contains(r) || loaded.isGiven(r.span().source()))
            .toList(),
        services);
  }

  private int run(LoadedRules before, LoadedRules after, Messages messages) {
    ImpactRun run = new ImpactRun(impact, old, before, fresh, after);
    RulesDifference difference = run.difference();
    ImpactRun.Outcome outcome;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      outcome = run.run(messages, progress);
    }
    ServiceImpact found = outcome.impact();
    write(report(found, changes(difference)));
    if (impact.patients != null) {
      MoversFile.write(impact.patients, outcome.transitions().movers());
    }
    messages.show(ImpactRun.uncomputed(impact.extract, found));
    boolean whole = found.old().setAside().isNothing() && found.fresh().setAside().isNothing();
    return passes(difference, Optional.of(found), messages) && whole ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private boolean passes(RulesDifference difference, Optional<ServiceImpact> found, Messages messages) {
    List<Diagnostic> refused = gate.refused(difference, found);
    messages.show(refused);
    return refused.isEmpty();
  }

  private static RuleChanges changes(RulesDifference difference) {
    List<RuleChange> changes = difference.changes().stream()
        .map(change -> new RuleChange(
            change.kind().word(), change.subject(), change.text(), change.kind().isBreaking()))
        .toList();
    return new RuleChanges(changes, difference.alike().size(), difference.undecided());
  }

  private String report(ServiceImpact found, RuleChanges rules) {
    return switch (format) {
      case TABLE -> new ImpactTable().render(found, rules);
      case MARKDOWN -> new ImpactMarkdown().render(found, rules);
      case JSON -> new ImpactJson().render(found, rules);
    };
  }

  private void write(String text) {
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return;
    }
    ResultFile.write(out, text);
  }
}
