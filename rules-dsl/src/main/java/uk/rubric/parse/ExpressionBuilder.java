package uk.rubric.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Text;

/** Dates, numbers, money and references. */
final class ExpressionBuilder extends RubricBaseVisitor<ExpressionNode> {
  private final Places places;
  private final FigureBuilder figures;

  ExpressionBuilder(Places places) {
    this.places = places;
    this.figures = new FigureBuilder(places, this);
  }

  ExpressionNode build(ParserRuleContext tree) {
    return tree.accept(this);
  }

  Text unit(RubricParser.UnitContext unit) {
    return new Text(unit.getText(), places.of(unit));
  }

  private Optional<Text> unitIfAny(RubricParser.UnitContext unitOrNull) {
    return Optional.ofNullable(unitOrNull).map(this::unit);
  }

  @Override
  public ExpressionNode visitExpression(RubricParser.ExpressionContext tree) {
    return leftToRight(tree, tree.term());
  }

  @Override
  public ExpressionNode visitTerm(RubricParser.TermContext tree) {
    return leftToRight(tree, tree.factor());
  }

  @Override
  public ExpressionNode visitFactor(RubricParser.FactorContext tree) {
    if (tree.primary() != null) {
      return build(tree.primary());
    }
    return tree.MONEY() == null
        ? new ExpressionNode.Number(places.number(tree.minus, tree.NUMBER()), unitIfAny(tree.unit()), places.of(tree))
        : new ExpressionNode.Money(places.debt(tree.minus, tree.MONEY().getSymbol()), places.of(tree));
  }

  @Override
  public ExpressionNode visitMoment(RubricParser.MomentContext tree) {
    return leftToRight(tree, tree.primary());
  }

  /** {@code A - B - C} is {@code (A - B) - C}; operands and operators alternate among the children. */
  private ExpressionNode leftToRight(ParserRuleContext tree, List<? extends ParserRuleContext> operands) {
    ExpressionNode left = build(operands.get(0));
    for (int i = 1; i < operands.size(); i++) {
      char operator = tree.getChild(2 * i - 1).getText().charAt(0);
      ExpressionNode right = build(operands.get(i));
      Token last = operands.get(i).getStop();
      left = new ExpressionNode.Binary(left, operator, right, places.between(tree.getStart(), last));
    }
    return left;
  }

  @Override
  public ExpressionNode visitBracketedExpression(RubricParser.BracketedExpressionContext tree) {
    return build(tree.expression());
  }

  @Override
  public ExpressionNode visitNumber(RubricParser.NumberContext tree) {
    Text digits = places.text(tree.NUMBER().getSymbol());
    return new ExpressionNode.Number(digits, unitIfAny(tree.unit()), places.of(tree));
  }

  @Override
  public ExpressionNode visitPercent(RubricParser.PercentContext tree) {
    return new ExpressionNode.Percent(places.trimmed(tree.PERCENT().getSymbol(), 0, 1), places.of(tree));
  }

  @Override
  public ExpressionNode visitMoney(RubricParser.MoneyContext tree) {
    return new ExpressionNode.Money(places.trimmed(tree.MONEY().getSymbol(), 1, 0), places.of(tree));
  }

  @Override
  public ExpressionNode visitDateLiteral(RubricParser.DateLiteralContext tree) {
    return new ExpressionNode.DateLiteral(places.text(tree.DATE().getSymbol()), places.of(tree));
  }

  @Override
  public ExpressionNode visitReference(RubricParser.ReferenceContext tree) {
    Optional<ExpressionNode> on = Optional.ofNullable(tree.primary()).map(this::build);
    return new ExpressionNode.Reference(places.name(tree.ref()), on, places.of(tree));
  }

  @Override
  public ExpressionNode visitEntryDate(RubricParser.EntryDateContext tree) {
    return new ExpressionNode.EntryDate(places.of(tree));
  }

  @Override
  public ExpressionNode visitEntryValue(RubricParser.EntryValueContext tree) {
    return new ExpressionNode.EntryValue(places.of(tree));
  }

  @Override
  public ExpressionNode visitEntryEpisode(RubricParser.EntryEpisodeContext tree) {
    return new ExpressionNode.EntryEpisode(places.of(tree));
  }

  @Override
  public ExpressionNode visitAttained(RubricParser.AttainedContext tree) {
    Text unit = new Text(tree.dateUnit().getText(), places.of(tree.dateUnit()));
    return new ExpressionNode.Attained(places.text(tree.NUMBER().getSymbol()), unit, places.of(tree));
  }

  @Override
  public ExpressionNode visitCountOfArray(RubricParser.CountOfArrayContext tree) {
    return new ExpressionNode.CountOf(places.name(tree.ref()), places.of(tree));
  }

  @Override
  public ExpressionNode visitQuotedLabel(RubricParser.QuotedLabelContext tree) {
    return new ExpressionNode.Label(places.quoted(tree.STRING().getSymbol()), places.of(tree));
  }

  @Override
  public ExpressionNode visitFigure(RubricParser.FigureContext tree) {
    return tree.figurePrimary().accept(figures);
  }

  @Override
  public ExpressionNode visitSizeOf(RubricParser.SizeOfContext tree) {
    return of(ExpressionNode.OfKind.SIZE, tree.NAME().getSymbol(), tree);
  }

  @Override
  public ExpressionNode visitPointsOf(RubricParser.PointsOfContext tree) {
    return of(ExpressionNode.OfKind.POINTS, tree.NAME().getSymbol(), tree);
  }

  @Override
  public ExpressionNode visitAchievementOf(RubricParser.AchievementOfContext tree) {
    return of(ExpressionNode.OfKind.ACHIEVEMENT, tree.NAME().getSymbol(), tree);
  }

  private ExpressionNode of(ExpressionNode.OfKind kind, Token name, ParserRuleContext tree) {
    return new ExpressionNode.Of(kind, places.name(name), places.of(tree));
  }
}
