package uk.rubric.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/**
 * A rule set as written, with its names: all that a service asks of it.
 *
 * @param uses the rule sets whose names it may say, filled in once all are known
 */
record RulesetInFile(RulesetNode node, Scope scope, List<RulesetId> uses) {
  RulesetInFile(RulesetNode node, Scope scope) {
    this(node, scope, new ArrayList<>());
  }

  RulesetId id() {
    return new RulesetId(name(), node.version().text());
  }

  /** What it asks for, in the order of the file. */
  Stream<RulesetNode.Use> usesAsked() {
    return items(RulesetNode.Uses.class).flatMap(item -> item.uses().stream());
  }

  /** Lets the names of another be said here. */
  void use(RulesetInFile other) {
    uses.add(other.id());
    scope.use(other.scope);
  }

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
    return items(RulesetNode.Population.class)
        .filter(p -> p.kind() != RulesetNode.PopulationKind.CLASSIFICATION).map(RulesetNode.Population::name);
  }

  Stream<Name> registers() {
    return items(RulesetNode.Population.class)
        .filter(RulesetNode.Population::register).map(RulesetNode.Population::name);
  }

  Stream<Name> classifications() {
    return items(RulesetNode.Population.class)
        .filter(p -> p.kind() == RulesetNode.PopulationKind.CLASSIFICATION).map(RulesetNode.Population::name);
  }

  /** The labels that a classification of this rule set gives, in the order of its rules. */
  Set<String> labels(String classification) {
    Set<String> labels = new LinkedHashSet<>();
    items(RulesetNode.Population.class)
        .filter(p -> p.name().text().equals(classification))
        .flatMap(p -> p.ladder().steps().stream())
        .flatMap(step -> Stream.concat(Stream.of(step.whenTrue()), step.whenFalse().stream()))
        .forEach(action -> action.label().ifPresent(label -> labels.add(label.text())));
    return labels;
  }

  Optional<RulesetNode.Indicator> indicator(String name) {
    return items(RulesetNode.Indicator.class).filter(i -> i.name().text().equals(name)).findFirst();
  }

  private <T extends RulesetNode.Item> Stream<T> items(Class<T> type) {
    return node.items().stream().filter(type::isInstance).map(type::cast);
  }
}
