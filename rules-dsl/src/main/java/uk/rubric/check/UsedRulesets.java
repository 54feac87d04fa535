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
    // Without any, the lack is reported elsewhere, and no name can be known.
    rulesets.incomplete = uses.isEmpty();
    uses.forEach(use -> rulesets.take(use, inFiles));
    rulesets.checkReported();
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
