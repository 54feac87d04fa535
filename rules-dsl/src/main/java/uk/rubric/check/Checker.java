package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.compose.Composer;
import uk.rubric.compose.Composition;
import uk.rubric.compose.TakenTest;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;

/**
 * Syntax trees to checked rules: names resolved, types and units known, flow proved (language, meanings 1 to 4 and 7 to
 * 9).
 *
 * <p>All that is wrong is reported, each thing once: what depends on it is passed over in silence. Thread-safe, as each
 * check has a state of its own.
 */
public final class Checker {
  private final Problems problems;
  private final List<CheckedRuleset> rulesets = new ArrayList<>();
  private final KnownRulesets known;
  private final Map<String, Name> serviceNames = new LinkedHashMap<>();
  private final List<CheckedService> services = new ArrayList<>();
  private final List<CheckedTest> tests = new ArrayList<>();

  private Checker(List<ParseResult> files, boolean isWhole) {
    this.problems = new Problems(files, isWhole);
    this.known = new KnownRulesets(problems);
  }

  /**
   * Checks files that belong together: a service in one may use a rule set of another.
   *
   * @param read in the order in which their rule sets, services and diagnostics are to be given
   * @return the rules, when no diagnostic of the parser or checker is an error; and all diagnostics of both, by the
   *     order of the files and by place
   */
  public static CheckResult check(List<ParseResult> read) {
    return check(read, true);
  }

  /**
   * As {@link #check}, where some file could not be read: any name may be defined there, so that none is reported to be
   * unknown. The rules that come of it are not whole.
   */
  public static CheckResult checkPart(List<ParseResult> read) {
    return check(read, false);
  }

  private static CheckResult check(List<ParseResult> read, boolean isWhole) {
    Composition composition = Composer.compose(read, isWhole);
    List<ParseResult> files = composition.files();
    Checker checker = new Checker(files, isWhole);
    composition.diagnostics().forEach(checker.problems::add);
    read.forEach(checker::requireContent);
    files.forEach(file -> file.file().rulesets().forEach(checker::declare));
    checker.known.all().forEach(checker::link);
    checker.refuseCircles();
    checker.known.all().forEach(checker::checkRuleset);
    checker.known.all().forEach(r -> RulesetChecker.warnOfUnusedReasons(r.node(), r.scope(), checker.problems));
    files.forEach(file -> file.file().services().forEach(checker::checkService));
    checker.checkTests(files, composition.taken());
    return checker.result(files.stream().map(f -> f.file().span().source()).toList());
  }

  /** Reads and checks texts that belong together; see {@link #check}. */
  public static CheckResult checkSources(List<SourceText> sources) {
    return check(sources.stream().map(RuleParser::parse).toList());
  }

  private void requireContent(ParseResult file) {
    // Of tests that nobody wants checked the text is still there.
    Span content = file.file().span();
    if (content.text().isEmpty() && file.diagnostics().isEmpty()) {
      problems.add(Diagnostic.at(
              content, RuleDiagnostic.EMPTY_FILE, "the file holds no rule set and no service")
          .withHelp("a file that was cut short looks like this; if it is meant to be empty, leave it out"));
    }
  }

  private void declare(RulesetNode ruleset) {
    Scope scope = RulesetNames.of(ruleset, problems);
    if (!Scope.isFree(ruleset.name(), problems)) {
      return;
    }
    known.put(new RulesetInFile(ruleset, scope)).ifPresent(first -> {
      problems.add(twice("version " + ruleset.version().text() + " of rule set", ruleset.name(), first.node().name()));
      RulesetChecker.check(ruleset, scope, List.of(), problems);
    });
  }

  private void link(RulesetInFile ruleset) {
    ruleset.usesAsked().forEach(use ->
        known.find(use.ruleset(), use.version()).ifPresentOrElse(ruleset::use, ruleset.scope()::lacksUsed));
  }

  private void refuseCircles() {
    Map<RulesetId, List<RulesetId>> uses = new LinkedHashMap<>();
    known.all().forEach(ruleset -> uses.put(ruleset.id(), ruleset.uses()));
    for (List<RulesetId> circle : Cycles.of(uses).circles()) {
      List<String> path = circle.stream().map(RulesetId::name).toList();
      problems.add(PopulationChecker.cycle(
          known.get(circle.get(0)).node().name(), path, "let one of these rule sets do without the others"));
    }
  }

  private static Diagnostic twice(String what, Name name, Name first) {
    return Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME, what + " " + quote(name) + " is defined twice")
        .withLabel(first.span(), "first defined here")
        .withHelp("leave one of them out, or give it another name");
  }

  private void checkRuleset(RulesetInFile ruleset) {
    rulesets.add(RulesetChecker.check(ruleset.node(), ruleset.scope(), ruleset.uses(), problems));
  }

  private void checkService(ServiceNode service) {
    Name first = serviceNames.putIfAbsent(service.name().text(), service.name());
    if (first != null) {
      problems.add(twice("service", service.name(), first));
    }
    Scope.isFree(service.name(), problems);
    ServiceChecker.check(service, known, problems).ifPresent(services::add);
  }

  private void checkTests(List<ParseResult> files, List<TakenTest> taken) {
    TestChecker checker = new TestChecker(new CheckedRules(rulesets, services), problems);
    files.forEach(file -> file.file().takes().forEach(checker::checkServices));
    files.forEach(file -> file.file().tests().forEach(test -> checker.check(test).ifPresent(tests::add)));
    taken.forEach(test -> checker.check(test).ifPresent(tests::add));
  }

  private CheckResult result(List<SourceText> order) {
    // A block that is used twice is checked twice.
    List<Diagnostic> sorted = problems.found().stream().distinct()
        .sorted(Comparator.<Diagnostic>comparingInt(d -> fileOf(d, order)).thenComparingInt(Checker::offsetOf))
        .toList();
    return new CheckResult(
        problems.anyError()
            ? Optional.empty()
            : Optional.of(new CheckedRules(rulesets, services, tests)),
        sorted);
  }

  private static int fileOf(Diagnostic diagnostic, List<SourceText> order) {
    return diagnostic.place() instanceof Place.InSource in ? order.indexOf(in.span().source()) : -1;
  }

  private static int offsetOf(Diagnostic diagnostic) {
    return diagnostic.place() instanceof Place.InSource in ? in.span().start() : 0;
  }
}
