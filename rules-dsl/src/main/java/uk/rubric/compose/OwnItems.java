package uk.rubric.compose;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.RulesetNode;

/** The plain items of an amending rule set: its source, days and uses take the places of those of the base. */
final class OwnItems implements RulesetNode.Visitor<Void> {
  private final RulesetNode node;
  private final List<RulesetNode.Item> items;
  private final List<Diagnostic> found;

  OwnItems(RulesetNode node, List<RulesetNode.Item> items, List<Diagnostic> found) {
    this.node = node;
    this.items = items;
    this.found = found;
  }

  private Void refuse(RulesetNode.Item item) {
    found.add(Diagnostic.at(item.span(), ComposeDiagnostic.MISPLACED_CHANGE,
            "rule set " + Amending.quote(node.name()) + " amends another, and this says neither `add` nor `replace`")
        .withHelp("write `add` before what is new, and `replace` before what takes the place of something"));
    return null;
  }

  /** The source of the amendment takes the place of that of the base. */
  @Override
  public Void source(RulesetNode.Source item) {
    items.removeIf(i -> i instanceof RulesetNode.Source && !node.items().contains(i));
    items.add(item);
    return null;
  }

  @Override
  public Void dayNeeded(RulesetNode.DayNeeded item) {
    items.removeIf(i -> i instanceof RulesetNode.DayNeeded d && d.name().text().equals(item.name().text()));
    items.add(item);
    return null;
  }

  @Override
  public Void uses(RulesetNode.Uses item) {
    items.add(item);
    return null;
  }

  @Override
  public Void cluster(RulesetNode.Cluster item) {
    return refuse(item);
  }

  @Override
  public Void reason(RulesetNode.Reason item) {
    return refuse(item);
  }

  @Override
  public Void field(RulesetNode.Field item) {
    return refuse(item);
  }

  @Override
  public Void population(RulesetNode.Population item) {
    return refuse(item);
  }

  @Override
  public Void indicator(RulesetNode.Indicator item) {
    return refuse(item);
  }

  @Override
  public Void block(RulesetNode.Block item) {
    return refuse(item);
  }
}
