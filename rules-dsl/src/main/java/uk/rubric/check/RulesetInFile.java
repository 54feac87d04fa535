package uk.rubric.check;

import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.syntax.RulesetNode;

/** A rule set as written, with its names: all that a service asks of it. */
record RulesetInFile(RulesetNode node, Scope scope) {
  String name() {
    return node.name().text();
  }

  Stream<RulesetNode.Indicator> indicators() {
    return items(RulesetNode.Indicator.class);
  }

  Stream<RulesetNode.DayNeeded> days() {
    return items(RulesetNode.DayNeeded.class);
  }

  Stream<RulesetNode.Population> populations() {
    return items(RulesetNode.Population.class);
  }

  Optional<RulesetNode.Indicator> indicator(String name) {
    return indicators().filter(i -> i.name().text().equals(name)).findFirst();
  }

  private <T extends RulesetNode.Item> Stream<T> items(Class<T> type) {
    return node.items().stream().filter(type::isInstance).map(type::cast);
  }
}
