package uk.rubric.rulebook;

import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.rulebook.Places.Files;
import uk.rubric.syntax.TestNode;

/** What all pages are made from. */
record Book(CheckedRules rules, Source source, Files files, UsedBy usedBy, Covered covered) {
  Book(CheckedRules rules, Source source, Covered covered) {
    this(rules, source, Files.of(rules, source), covered);
  }

  private Book(CheckedRules rules, Source source, Files files, Covered covered) {
    this(rules, source, files, UsedBy.of(rules, source, files), covered);
  }

  Places places(CheckedRuleset ruleset) {
    return Places.of(ruleset, rules, files);
  }

  Places places(CheckedService service) {
    return Places.of(service, rules, files);
  }

  /** Those that stand on a rule set, directly or not. */
  List<CheckedService> services(CheckedRuleset ruleset) {
    return rules.services().stream().filter(s -> rules.used(s).contains(ruleset)).toList();
  }

  /** Tests that name a register, indicator or the like, or a payment, with or without the rule set before it. */
  List<TestNode> tests(String owner, String name) {
    return source.tests().stream()
        .filter(test -> Stream.of(name, owner + "." + name).anyMatch(test.subject().text()::equals)).toList();
  }
}
