package uk.rubric.compose;

import java.util.function.UnaryOperator;
import uk.rubric.syntax.ChangeNode.Part;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.RulesetNode;

/** Items with other ladders. */
final class Ladders {
  private Ladders() {}

  static RulesetNode.Population with(RulesetNode.Population item, LadderNode ladder) {
    return new RulesetNode.Population(
        item.kind(), item.name(), item.title(), item.each(), item.parent(), ladder, item.notes(), item.span());
  }

  static RulesetNode.Indicator with(RulesetNode.Indicator item, Part part, UnaryOperator<LadderNode> change) {
    boolean denominator = part == Part.DENOMINATOR;
    return new RulesetNode.Indicator(
        item.name(), item.title(), item.each(), item.parent(), item.fields(),
        denominator ? item.denominator().map(change) : item.denominator(),
        denominator ? item.numerator() : item.numerator().map(change), item.notes(), item.span());
  }
}
