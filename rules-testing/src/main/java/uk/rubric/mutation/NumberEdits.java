package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode.Attained;
import uk.rubric.syntax.ExpressionNode.BestOf;
import uk.rubric.syntax.ExpressionNode.Binary;
import uk.rubric.syntax.ExpressionNode.Money;
import uk.rubric.syntax.ExpressionNode.Number;
import uk.rubric.syntax.ExpressionNode.Percent;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.ServiceNode.PointsRow;
import uk.rubric.syntax.ServiceNode.Rounding;
import uk.rubric.syntax.ServiceNode.RoundingKind;
import uk.rubric.syntax.Text;

/** Changes of numbers, and of what is reckoned with them. */
final class NumberEdits {
  private static final Map<Character, String> OTHER_SIGN = Map.of('+', "-", '-', "+", '*', "/", '/', "*");

  private NumberEdits() {}

  /** Of this node, and nothing of what lies within it. */
  static List<Edit> of(Node node) {
    if (node instanceof Binary sum) {
      Span sign = Texts.find(sum.span(), sum.left().span().end(), sum.right().span().start(),
          String.valueOf(sum.operator()));
      return List.of(new Edit(Operator.SIGN, sum.span(), sign, OTHER_SIGN.get(sum.operator())));
    }
    if (node instanceof BestOf best) {
      String word = best.highest() ? "highest" : "lowest";
      return List.of(new Edit(Operator.EXTREME, best.span(),
          Texts.find(best.span(), best.span().start(), best.span().end(), word), best.highest() ? "lowest"
          : "highest"));
    }
    if (node instanceof PointsRow row) {
      return points(row);
    }
    if (node instanceof Rounding rounding && rounding.kind() == RoundingKind.HALF_UP) {
      return List.of(new Edit(Operator.ROUNDING, rounding.span(),
          Texts.find(rounding.span(), rounding.span().start(), rounding.span().end(), "half up"), "down"));
    }
    if (node instanceof Money money && money.digits().text().startsWith("-")) {
      return debt(money);
    }
    return digits(node).map(digits -> steps(node.span(), digits)).orElse(List.of());
  }

  private static Optional<Text> digits(Node node) {
    if (node instanceof Number number) {
      return Optional.of(number.digits());
    }
    if (node instanceof Percent percent) {
      return Optional.of(percent.digits());
    }
    if (node instanceof Money money) {
      return Optional.of(money.digits());
    }
    return node instanceof Attained attained ? Optional.of(attained.digits()) : Optional.empty();
  }

  private static List<Edit> points(PointsRow row) {
    List<Edit> edits = new ArrayList<>();
    Stream.of(Optional.of(row.points()), row.lower(), row.upper()).flatMap(Optional::stream)
        .forEach(number -> edits.addAll(steps(number.span(), number)));
    return edits.stream()
        .map(edit -> new Edit(edit.operator(), head(row), edit.cut(), edit.put())).toList();
  }

  /** The pound sign stands between the sign and the number. */
  private static List<Edit> debt(Money money) {
    return Texts.stepsAway(money.digits().text()).stream()
        .map(step -> step.startsWith("-") ? "-£" + step.substring(1) : "£" + step)
        .map(step -> new Edit(Operator.STEP, money.span(), money.span(), step))
        .toList();
  }

  /** The row without its notes. */
  private static Span head(PointsRow row) {
    return row.span().source().span(row.span().start(), row.upper().orElse(row.points()).span().end());
  }

  /** The sign of a percentage or an amount may belong to the text's place or not. */
  private static List<Edit> steps(Span shown, Text digits) {
    Span place = digits.text().startsWith("-")
        ? digits.span()
        : Texts.find(shown, digits.span().start(), digits.span().end(), digits.text());
    return Texts.stepsAway(digits.text()).stream()
        .map(step -> new Edit(Operator.STEP, shown, place, step))
        .toList();
  }
}
