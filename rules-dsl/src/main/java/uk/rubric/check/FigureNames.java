package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.Set;
import uk.rubric.syntax.ExpressionNode;

/** Collects the names of figures in a formula as written. */
final class FigureNames implements ExpressionNode.Visitor<Void> {
  private final Set<String> found = new LinkedHashSet<>();

  static Set<String> of(ExpressionNode formula) {
    FigureNames names = new FigureNames();
    formula.accept(names);
    return names.found;
  }

  @Override
  public Void binary(ExpressionNode.Binary expression) {
    expression.left().accept(this);
    return expression.right().accept(this);
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
}
