package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Text;

/** All rule sets of one check, by name and version: several versions of one may be given. */
final class KnownRulesets {
  private final Map<RulesetId, RulesetInFile> byId = new LinkedHashMap<>();
  private final Problems problems;

  KnownRulesets(Problems problems) {
    this.problems = problems;
  }

  /** The one already there with that name and version. */
  Optional<RulesetInFile> put(RulesetInFile ruleset) {
    return Optional.ofNullable(byId.putIfAbsent(ruleset.id(), ruleset));
  }

  Collection<RulesetInFile> all() {
    return byId.values();
  }

  RulesetInFile get(RulesetId id) {
    return byId.get(id);
  }

  /** The rule set that is asked for, at the only version when none is; empty after a report. */
  Optional<RulesetInFile> find(Name name, Optional<Text> version) {
    List<RulesetInFile> named = byId.values().stream().filter(r -> r.name().equals(name.text())).toList();
    if (named.isEmpty()) {
      reportUnknown(name);
      return Optional.empty();
    }
    Optional<RulesetInFile> found = named.stream()
        .filter(r -> version.map(v -> v.text().equals(r.id().version())).orElse(named.size() == 1))
        .findFirst();
    if (found.isEmpty()) {
      problems.add(version.map(v -> otherVersion(name, v, named)).orElseGet(() -> noVersion(name, named)));
    }
    return found;
  }

  private void reportUnknown(Name name) {
    if (!problems.isBroken(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_RULESET,
              "no file defines rule set " + quote(name))
          .withHelp(Suggestion.closest(name.text(), byId.keySet().stream().map(RulesetId::name).distinct().toList())
              .map(n -> "did you mean " + quote(n) + "?")
              .orElse("give the file of the rule set too")));
    }
  }

  private static Diagnostic otherVersion(Name name, Text wanted, List<RulesetInFile> named) {
    return Diagnostic.at(wanted.span(), RuleDiagnostic.RULESET_VERSION,
            "version " + quote(wanted.text()) + " of rule set " + quote(name) + " is asked for, and "
                + (named.size() == 1 ? "the file has " : "the files have ") + versions(named))
        .withLabel(named.get(0).node().version().span(), "the version of the file")
        .withHelp("give the file of that version, or ask for this one");
  }

  private static Diagnostic noVersion(Name name, List<RulesetInFile> named) {
    return Diagnostic.at(name.span(), RuleDiagnostic.RULESET_VERSION,
            "rule set " + quote(name) + " is given at versions " + versions(named) + ", and none is asked for")
        .withHelp("write " + quote(name.text() + " version " + named.get(0).id().version()));
  }

  private static String versions(List<RulesetInFile> named) {
    return String.join(", ", named.stream().map(r -> quote(r.id().version())).toList());
  }
}
