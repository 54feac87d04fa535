package uk.rubric.check;

import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/** Takes the names of a rule set into its scope. */
final class RulesetNames implements RulesetNode.Visitor<Void> {
  private final Scope scope;

  private RulesetNames(Scope scope) {
    this.scope = scope;
  }

  static Scope of(RulesetNode ruleset, Problems problems) {
    Scope scope = new Scope(ruleset.name().text(), problems);
    RulesetNames names = new RulesetNames(scope);
    ruleset.items().forEach(item -> item.accept(names));
    return scope;
  }

  private Void define(NameKind kind, Name name, RulesetNode.Item item) {
    scope.define(kind, name, item);
    return null;
  }

  @Override
  public Void source(RulesetNode.Source item) {
    return null;
  }

  @Override
  public Void dayNeeded(RulesetNode.DayNeeded item) {
    return define(NameKind.DAY, item.name(), item);
  }

  @Override
  public Void cluster(RulesetNode.Cluster item) {
    return define(NameKind.CLUSTER, item.name(), item);
  }

  @Override
  public Void reason(RulesetNode.Reason item) {
    return define(NameKind.REASON, item.name(), item);
  }

  @Override
  public Void field(RulesetNode.Field item) {
    return define(NameKind.FIELD, item.name(), item);
  }

  @Override
  public Void population(RulesetNode.Population item) {
    return define(NameKind.valueOf(item.kind().name()), item.name(), item);
  }

  @Override
  public Void uses(RulesetNode.Uses item) {
    return null;
  }

  @Override
  public Void block(RulesetNode.Block item) {
    return define(NameKind.BLOCK, item.name(), item);
  }

  /** Indicators have a space of their own: their names are unique in a whole service. */
  @Override
  public Void indicator(RulesetNode.Indicator item) {
    return null;
  }
}
