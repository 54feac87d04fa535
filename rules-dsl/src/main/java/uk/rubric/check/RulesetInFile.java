package uk.rubric.check;

import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/** A rule set as written, with its names: all that a service asks of it. */
record RulesetInFile(RulesetNode node, Scope scope) {
  String name() {
    return node.name().text();
  }

  Stream<Name> indicators() {
    return items(RulesetNode.Indicator.class).map(RulesetNode.Indicator::name);
  }

  Stream<RulesetNode.DayNeeded> days() {
    return items(RulesetNode.DayNeeded.class);
  }

  /** Registers and groups. */
  Stream<Name> populations() {
    return items(RulesetNode.Population.class).map(RulesetNode.Population::name);
  }

  Stream<Name> registers() {
    return items(RulesetNode.Population.class)
        .filter(RulesetNode.Population::register).map(RulesetNode.Population::name);
  }

  Optional<RulesetNode.Indicator> indicator(String name) {
    return items(RulesetNode.Indicator.class).filter(i -> i.name().text().equals(name)).findFirst();
  }

  private <T extends RulesetNode.Item> Stream<T> items(Class<T> type) {
    return node.items().stream().filter(type::isInstance).map(type::cast);
  }
}
