package uk.rubric.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.source.Span;
import uk.rubric.syntax.ChangeNode;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.BlockUse;
import uk.rubric.syntax.RulesetNode;

/** Notes where blocks are used, and which rules are theirs. */
final class BlockNotes implements RulesetNode.Visitor<Void>, ChangeNode.Visitor<Void> {
  private final Map<Span, BlockUse> uses;
  private final Map<Span, RulesetNode.Block> blocksOfSteps;

  BlockNotes(Map<Span, BlockUse> uses, Map<Span, RulesetNode.Block> blocksOfSteps) {
    this.uses = uses;
    this.blocksOfSteps = blocksOfSteps;
  }

  private Void ladder(LadderNode ladder) {
    ladder.uses().forEach(use -> uses.put(use.span(), use));
    return null;
  }

  @Override
  public Void block(RulesetNode.Block item) {
    item.ladder().steps().forEach(step -> blocksOfSteps.put(step.span(), item));
    return null;
  }

  @Override
  public Void population(RulesetNode.Population item) {
    return ladder(item.ladder());
  }

  @Override
  public Void indicator(RulesetNode.Indicator item) {
    Stream.of(item.denominator(), item.numerator()).flatMap(Optional::stream).forEach(this::ladder);
    return null;
  }

  @Override
  public Void source(RulesetNode.Source item) {
    return null;
  }

  @Override
  public Void dayNeeded(RulesetNode.DayNeeded item) {
    return null;
  }

  @Override
  public Void uses(RulesetNode.Uses item) {
    return null;
  }

  @Override
  public Void cluster(RulesetNode.Cluster item) {
    return null;
  }

  @Override
  public Void reason(RulesetNode.Reason item) {
    return null;
  }

  @Override
  public Void field(RulesetNode.Field item) {
    return null;
  }

  @Override
  public Void item(ChangeNode.OfItem change) {
    return change.item().accept(this);
  }

  @Override
  public Void ladder(ChangeNode.OfLadder change) {
    return ladder(change.ladder());
  }

  @Override
  public Void retire(ChangeNode.Retire change) {
    return null;
  }

  @Override
  public Void rule(ChangeNode.OfRule change) {
    return null;
  }

  @Override
  public Void retireRule(ChangeNode.RetireRule change) {
    return null;
  }
}
