package uk.rubric.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.conformance.CasePatient.Entry;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.load.RuleLoader;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.source.SourceText;

/** The rules of a case, checked and planned with clusters of its own. */
record Prepared(Plan plan, CaseClusters clusters) {

  /** Rules of a case import nothing: an import leads nowhere. */
  static CheckResult check(ConformanceCase conformanceCase, String rules) {
    SourceText source = new SourceText(conformanceCase.id() + ".rubric", rules);
    return RuleLoader.load(List.of(source), path -> Optional.empty()).check();
  }

  /**
   * Plans the one service of the rules.
   *
   * @throws UnusableCase when the rules are refused, or hold no or several services
   * @throws uk.rubric.run.CouldNotRun when the plan cannot be made
   */
  static Prepared of(
      ConformanceCase conformanceCase,
      String rules,
      Optional<LocalDate> at,
      Mode mode,
      Stream<Entry> entries,
      Map<String, String> served) {
    CheckResult result = check(conformanceCase, rules);
    CheckedRules checked = result.rules().orElseThrow(() -> new UnusableCase(words(result.diagnostics())));
    if (checked.services().size() != 1) {
      throw new UnusableCase("the rules hold " + checked.services().size() + " services, not one");
    }
    CheckedService service = checked.services().get(0);
    CaseClusters clusters = new CaseClusters(clusterNames(checked), entries, served);
    Plan plan = Planner.plan(checked, service, at.orElse(service.periodEnd()), mode, clusters);
    return new Prepared(plan, clusters);
  }

  private static List<String> clusterNames(CheckedRules rules) {
    return rules.rulesets().stream()
        .map(CheckedRuleset::clusters)
        .flatMap(List::stream)
        .map(cluster -> cluster.id().name())
        .distinct()
        .toList();
  }

  static String words(List<Diagnostic> diagnostics) {
    return "the rules are refused: "
        + String.join("; ", diagnostics.stream().map(d -> d.code().id() + ": " + d.message()).toList());
  }

  /** A case that cannot be run at all. */
  static final class UnusableCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCase(String message) {
      super(message);
    }
  }
}
