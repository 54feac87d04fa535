package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;

/** The rule sets that one service uses, and what their names mean there: {@code DM_REG} or {@code DM.DM_REG}. */
final class UsedRulesets {
  private final Problems problems;
  private final List<RulesetInFile> used = new ArrayList<>();
  private final Map<String, ServiceNode.Use> seen = new HashMap<>();
  private boolean incomplete;

  private UsedRulesets(Problems problems) {
    this.problems = problems;
  }

  static UsedRulesets of(List<ServiceNode.Use> uses, Map<String, RulesetInFile> inFiles, Problems problems) {
    UsedRulesets rulesets = new UsedRulesets(problems);
    uses.forEach(use -> rulesets.take(use, inFiles));
    rulesets.checkIndicators();
    return rulesets;
  }

  List<String> names() {
    return used.stream().map(RulesetInFile::name).toList();
  }

  List<RulesetInFile> all() {
    return used;
  }

  private void take(ServiceNode.Use use, Map<String, RulesetInFile> inFiles) {
    RulesetInFile ruleset = inFiles.get(use.ruleset().text());
    if (ruleset == null) {
      incomplete = true;
      reportUnknown(use.ruleset(), inFiles);
      return;
    }
    ServiceNode.Use first = seen.putIfAbsent(use.ruleset().text(), use);
    if (first != null) {
      problems.add(Diagnostic.at(use.span(), RuleDiagnostic.DUPLICATE_NAME,
              "rule set " + quote(use.ruleset()) + " is used twice")
          .withLabel(first.span(), "first used here")
          .withHelp("leave one of them out"));
      return;
    }
    checkVersion(use, ruleset);
    used.add(ruleset);
  }

  private void reportUnknown(Name name, Map<String, RulesetInFile> inFiles) {
    if (!problems.isBroken(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_RULESET,
              "no file defines rule set " + quote(name))
          .withHelp(Suggestion.closest(name.text(), inFiles.keySet())
              .map(n -> "did you mean " + quote(n) + "?")
              .orElse("give the file of the rule set too")));
    }
  }

  private void checkVersion(ServiceNode.Use use, RulesetInFile ruleset) {
    String wanted = use.version().text();
    if (!wanted.equals(ruleset.node().version().text())) {
      problems.add(Diagnostic.at(use.version().span(), RuleDiagnostic.RULESET_VERSION,
              "version " + quote(wanted) + " of rule set " + quote(use.ruleset()) + " is asked for, and the file has "
                  + quote(ruleset.node().version().text()))
          .withLabel(ruleset.node().version().span(), "the version of the file")
          .withHelp("give the file of that version, or ask for this one"));
    }
  }

  private void checkIndicators() {
    Map<String, RulesetInFile> first = new HashMap<>();
    for (RulesetInFile ruleset : used) {
      ruleset.indicators().forEach(indicator -> {
        RulesetInFile other = first.putIfAbsent(indicator.name().text(), ruleset);
        if (other != null && other != ruleset) {
          problems.add(sameIndicator(indicator, ruleset, other));
        }
      });
    }
  }

  private Diagnostic sameIndicator(RulesetNode.Indicator indicator, RulesetInFile ruleset, RulesetInFile other) {
    return Diagnostic.at(seen.get(ruleset.name()).span(), RuleDiagnostic.DUPLICATE_NAME,
            "indicator " + quote(indicator.name()) + " of rule set " + quote(ruleset.name())
                + " is also one of rule set " + quote(other.name()))
        .withLabel(other.indicator(indicator.name().text()).orElseThrow().name().span(), "first defined here")
        .withLabel(indicator.name().span(), "defined again here")
        .withHelp("a service uses each indicator name once: rename one, or use one of the two rule sets");
  }

  /** The register or group of that name; empty after a report. */
  Optional<PopulationId> population(Name name) {
    return find(name, "register or group", RuleDiagnostic.UNKNOWN_POPULATION,
        r -> r.populations().map(RulesetNode.Population::name))
        .map(found -> new PopulationId(found.ruleset().name(), found.name().text()));
  }

  /** The indicator of that name; empty after a report. */
  Optional<RulesetNode.Indicator> indicator(Name name) {
    return find(name, "indicator", RuleDiagnostic.UNKNOWN_INDICATOR,
        r -> r.indicators().map(RulesetNode.Indicator::name))
        .flatMap(found -> found.ruleset().indicator(found.name().text()));
  }

  /** Whether {@code name} is that of a register or group, without a report. */
  boolean isPopulation(String name) {
    return all(r -> r.populations().map(RulesetNode.Population::name)).anyMatch(f -> f.isMeantBy(name));
  }

  /** Whether {@code name} is that of an indicator, without a report. */
  boolean isIndicator(String name) {
    return all(r -> r.indicators().map(RulesetNode.Indicator::name)).anyMatch(f -> f.isMeantBy(name));
  }

  private Stream<Found> all(Function<RulesetInFile, Stream<Name>> names) {
    return used.stream().flatMap(r -> names.apply(r).map(n -> new Found(r, n)));
  }

  private record Found(RulesetInFile ruleset, Name name) {
    boolean isMeantBy(String reference) {
      return reference.equals(name.text()) || reference.equals(ruleset.name() + "." + name.text());
    }

    String written(boolean withRuleset) {
      return withRuleset ? ruleset.name() + "." + name.text() : name.text();
    }
  }

  private Optional<Found> find(
      Name name, String what, RuleDiagnostic unknown, Function<RulesetInFile, Stream<Name>> names) {
    List<Found> all = all(names).toList();
    List<Found> meant = all.stream().filter(f -> f.isMeantBy(name.text())).toList();
    if (meant.isEmpty()) {
      reportNone(name, what, unknown, all);
      return Optional.empty();
    }
    Optional<Found> other = meant.stream().filter(f -> f.ruleset() != meant.get(0).ruleset()).findFirst();
    other.ifPresent(o -> problems.add(ambiguous(name, what, meant.get(0), o)));
    return other.isPresent() ? Optional.empty() : Optional.of(meant.get(0));
  }

  private static Diagnostic ambiguous(Name name, String what, Found first, Found other) {
    return Diagnostic.at(name.span(), RuleDiagnostic.AMBIGUOUS_NAME,
            quote(name) + " is a " + what + " of rule set " + quote(first.ruleset().name()) + " and of "
                + quote(other.ruleset().name()))
        .withLabel(first.name().span(), "one is defined here")
        .withLabel(other.name().span(), "the other here")
        .withHelp("write " + quote(first.written(true)) + " or " + quote(other.written(true)));
  }

  private void reportNone(Name name, String what, RuleDiagnostic unknown, List<Found> all) {
    String last = name.text().substring(name.text().lastIndexOf('.') + 1);
    Name plain = new Name(last, false, name.span());
    if (incomplete || problems.isBroken(name) || problems.isBroken(plain)) {
      return;
    }
    boolean dotted = name.text().indexOf('.') >= 0;
    List<String> known = all.stream().map(f -> f.written(dotted)).distinct().toList();
    String message = "there is no " + what + " " + quote(name) + " in the used rule sets";
    problems.add(Diagnostic.at(name.span(), unknown, message)
        .withHelp(Suggestion.closest(name.text(), known)
            .map(n -> "did you mean " + quote(n) + "?")
            .orElse("use the rule set that defines it, or name another " + what)));
  }
}
