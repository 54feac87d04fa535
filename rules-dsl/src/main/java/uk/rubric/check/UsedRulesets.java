package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.Text;

/** The rule sets that one service uses, and what their names mean there: {@code DM_REG} or {@code DM.DM_REG}. */
final class UsedRulesets {
  private final Problems problems;
  private final List<RulesetInFile> used = new ArrayList<>();
  private final Map<String, ServiceNode.Use> seen = new HashMap<>();
  private final Map<String, RulesetInFile> ground = new LinkedHashMap<>();
  private boolean incomplete;

  private UsedRulesets(Problems problems) {
    this.problems = problems;
  }

  static UsedRulesets of(List<ServiceNode.Use> uses, KnownRulesets known, Problems problems) {
    UsedRulesets rulesets = new UsedRulesets(problems);
    // Without any, the lack is reported elsewhere, and no name can be known.
    rulesets.incomplete = uses.isEmpty();
    uses.forEach(use -> rulesets.take(use, known));
    rulesets.checkReported();
    return rulesets;
  }

  List<RulesetId> ids() {
    return used.stream().map(RulesetInFile::id).toList();
  }

  /** Those that the service uses and those that they stand on. */
  Collection<RulesetInFile> ground() {
    return ground.values();
  }

  private void take(ServiceNode.Use use, KnownRulesets known) {
    Optional<RulesetInFile> ruleset = known.find(use.ruleset(), use.version());
    if (ruleset.isEmpty()) {
      incomplete = true;
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
    used.add(ruleset.get());
    standsOn(ruleset.get(), use, known);
  }

  /** Takes in what a used rule set uses itself: one service stands on one version of each. */
  private void standsOn(RulesetInFile ruleset, ServiceNode.Use use, KnownRulesets known) {
    RulesetInFile first = ground.putIfAbsent(ruleset.name(), ruleset);
    if (first != null && first != ruleset) {
      problems.add(Diagnostic.at(use.span(), RuleDiagnostic.RULESET_VERSION,
              "the service stands on versions " + quote(first.id().version()) + " and "
                  + quote(ruleset.id().version()) + " of rule set " + quote(ruleset.name()))
          .withHelp("let all rule sets that it uses use one version of it"));
    }
    if (first == null) {
      ruleset.uses().forEach(id -> standsOn(known.get(id), use, known));
    }
  }

  /** A report names registers and indicators without their rule set. */
  private void checkReported() {
    Map<String, Found> registers = reported("register", RulesetInFile::registers);
    Map<String, Found> indicators = reported("indicator", RulesetInFile::indicators);
    all(RulesetInFile::indicators).filter(found -> indicators.containsValue(found))
        .filter(found -> registers.containsKey(found.name().text()))
        .forEach(found -> problems.add(reportedAsBoth(found, registers.get(found.name().text()))));
  }

  private Map<String, Found> reported(String what, Function<RulesetInFile, Stream<Name>> names) {
    Map<String, Found> first = new HashMap<>();
    all(names).forEach(found -> {
      Found other = first.putIfAbsent(found.name().text(), found);
      if (other != null && other.ruleset() != found.ruleset()) {
        problems.add(reportedTwice(what, found, other));
      }
    });
    return first;
  }

  private Diagnostic reportedAsBoth(Found indicator, Found register) {
    return Diagnostic.at(seen.get(indicator.ruleset().name()).span(), RuleDiagnostic.DUPLICATE_NAME,
            quote(indicator.name()) + " is an indicator and a register")
        .withLabel(register.name().span(), "the register")
        .withLabel(indicator.name().span(), "the indicator")
        .withHelp("a report names both: give one of them another name");
  }

  private Diagnostic reportedTwice(String what, Found found, Found other) {
    String ruleset = found.ruleset().name();
    return Diagnostic.at(seen.get(ruleset).span(), RuleDiagnostic.DUPLICATE_NAME,
            what + " " + quote(found.name()) + " of rule set " + quote(ruleset) + " is also one of rule set "
                + quote(other.ruleset().name()))
        .withLabel(other.name().span(), "first defined here")
        .withLabel(found.name().span(), "defined again here")
        .withHelp("a service uses each " + what + " name once: rename one, or use one of the two rule sets");
  }

  /** The register or group of that name; empty after a report. */
  Optional<PopulationId> population(Name name) {
    return find(name, "register or group", RuleDiagnostic.UNKNOWN_POPULATION,
        RulesetInFile::populations)
        .map(found -> new PopulationId(found.ruleset().name(), found.name().text()));
  }

  /** The classification of that name, without a report. */
  Optional<PopulationId> classification(String name) {
    List<Found> meant = all(RulesetInFile::classifications).filter(f -> f.isMeantBy(name)).toList();
    return meant.size() == 1
        ? Optional.of(new PopulationId(meant.get(0).ruleset().name(), meant.get(0).name().text())) : Optional.empty();
  }

  /** The classification of that name, which gives that label; empty after a report. */
  Optional<PopulationId> classification(Name name, Text label, Problems on) {
    Optional<Found> found =
        find(name, "classification", RuleDiagnostic.UNKNOWN_CLASS, RulesetInFile::classifications);
    Optional<Set<String>> labels = found.map(f -> f.ruleset().labels(f.name().text()));
    labels.filter(known -> !known.contains(label.text())).ifPresent(known -> on.add(
        Diagnostic.at(label.span(), RuleDiagnostic.UNKNOWN_CLASS,
                quote(name) + " never gives " + quote(label.text()))
            .withHelp("it gives " + String.join(", ", known.stream().map(Problems::quote).toList()))));
    return found.filter(f -> labels.orElseThrow().contains(label.text()))
        .map(f -> new PopulationId(f.ruleset().name(), f.name().text()));
  }

  /** The indicator of that name; empty after a report. */
  Optional<RulesetNode.Indicator> indicator(Name name) {
    return find(name, "indicator", RuleDiagnostic.UNKNOWN_INDICATOR, RulesetInFile::indicators)
        .flatMap(found -> found.ruleset().indicator(found.name().text()));
  }

  /** Whether {@code name} is that of a register or group, without a report. */
  boolean isPopulation(String name) {
    return all(RulesetInFile::populations).anyMatch(f -> f.isMeantBy(name));
  }

  /** Whether {@code name} is that of an indicator, without a report. */
  boolean isIndicator(String name) {
    return all(RulesetInFile::indicators).anyMatch(f -> f.isMeantBy(name));
  }

  private Stream<Found> all(Function<RulesetInFile, Stream<Name>> names) {
    return used.stream().flatMap(r -> names.apply(r).map(n -> new Found(r, n)));
  }

  private record Found(RulesetInFile ruleset, Name name) {
    boolean isMeantBy(String reference) {
      return reference.equals(name.text()) || reference.equals(ruleset.name() + "." + name.text());
    }

    /** Whether reports name it: two of these with one name are refused already. */
    boolean isReported() {
      return Stream.concat(ruleset.registers(), ruleset.indicators()).anyMatch(name::equals);
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
    other.filter(o -> !meant.get(0).isReported() || !o.isReported())
        .ifPresent(o -> problems.add(ambiguous(name, what, meant.get(0), o)));
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
