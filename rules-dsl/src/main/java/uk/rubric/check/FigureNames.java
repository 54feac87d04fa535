package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;

/** Collects the names of figures in a formula as written, those of the year before apart. */
final class FigureNames implements ExpressionNode.Visitor<Void>, ConditionNode.Visitor<Void> {
  private final Set<String> found = new LinkedHashSet<>();

  static Set<String> of(ExpressionNode formula) {
    FigureNames names = new FigureNames();
    formula.accept(names);
    return names.found;
  }

  static Set<String> of(ConditionNode condition) {
    FigureNames names = new FigureNames();
    condition.accept(names);
    return names.found;
  }

  private Void all(List<? extends ExpressionNode> parts) {
    parts.forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void binary(ExpressionNode.Binary expression) {
    return all(List.of(expression.left(), expression.right()));
  }

  @Override
  public Void number(ExpressionNode.Number expression) {
    return null;
  }

  @Override
  public Void percent(ExpressionNode.Percent expression) {
    return null;
  }

  @Override
  public Void money(ExpressionNode.Money expression) {
    return null;
  }

  @Override
  public Void date(ExpressionNode.DateLiteral expression) {
    return null;
  }

  @Override
  public Void reference(ExpressionNode.Reference expression) {
    found.add(expression.name().text());
    return null;
  }

  @Override
  public Void entryDate(ExpressionNode.EntryDate expression) {
    return null;
  }

  @Override
  public Void entryValue(ExpressionNode.EntryValue expression) {
    return null;
  }

  @Override
  public Void of(ExpressionNode.Of expression) {
    return null;
  }

  @Override
  public Void slide(ExpressionNode.Slide expression) {
    return all(List.of(expression.value(), expression.lower(), expression.upper()));
  }

  @Override
  public Void bestOf(ExpressionNode.BestOf expression) {
    return all(expression.parts());
  }

  @Override
  public Void choice(ExpressionNode.Choice expression) {
    expression.condition().accept(this);
    return all(List.of(expression.whenTrue(), expression.whenFalse()));
  }

  @Override
  public Void sizeOfClass(ExpressionNode.SizeOfClass expression) {
    return null;
  }

  @Override
  public Void sumOver(ExpressionNode.SumOver expression) {
    found.add(expression.figure().text());
    expression.cap().ifPresent(cap -> cap.most().accept(this));
    return null;
  }

  @Override
  public Void shareOf(ExpressionNode.ShareOf expression) {
    expression.weight().ifPresent(weight -> found.add(weight.text()));
    return expression.whole().accept(this);
  }

  /** What a figure was the year before hangs on nothing of this year. */
  @Override
  public Void previousOf(ExpressionNode.PreviousOf expression) {
    return null;
  }

  @Override
  public Void edge(ExpressionNode.Edge expression) {
    return null;
  }

  @Override
  public Void call(ExpressionNode.Call expression) {
    return null;
  }

  @Override
  public Void rounded(ExpressionNode.Rounded expression) {
    return expression.value().accept(this);
  }

  @Override
  public Void junction(ConditionNode.Junction condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void comparison(ConditionNode.Comparison condition) {
    return all(List.of(condition.left(), condition.right()));
  }

  @Override
  public Void within(ConditionNode.Within condition) {
    condition.subject().accept(this);
    all(condition.low().stream().toList());
    return all(condition.high().stream().toList());
  }

  @Override
  public Void presence(ConditionNode.Presence condition) {
    return condition.subject().accept(this);
  }

  @Override
  public Void answer(ConditionNode.Answer condition) {
    return condition.subject().accept(this);
  }

  @Override
  public Void entryEpisode(ExpressionNode.EntryEpisode expression) {
    return null;
  }

  @Override
  public Void attained(ExpressionNode.Attained expression) {
    return null;
  }

  @Override
  public Void countOf(ExpressionNode.CountOf expression) {
    return null;
  }

  @Override
  public Void label(ExpressionNode.Label expression) {
    return null;
  }

  @Override
  public Void quantified(ConditionNode.Quantified condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  /** Of patients: no formula may ask it. */
  @Override
  public Void some(ConditionNode.Some condition) {
    return null;
  }

  /** Of patients: no formula may ask it. */
  @Override
  public Void sameEntry(ConditionNode.SameEntry condition) {
    return null;
  }

  /** Of patients: no formula may ask it. */
  @Override
  public Void member(ConditionNode.Member condition) {
    return null;
  }

  /** Of patients: no formula may ask it. */
  @Override
  public Void oneOf(ConditionNode.OneOf condition) {
    return null;
  }
}
