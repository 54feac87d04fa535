package uk.rubric.parse;

import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.Text;

/** What formulas of a service have beside plain arithmetic. */
final class FigureBuilder extends RubricBaseVisitor<ExpressionNode> {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final ConditionBuilder conditions;

  FigureBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.expressions = expressions;
    this.conditions = new ConditionBuilder(places, expressions);
  }

  private ExpressionNode build(ParserRuleContext tree) {
    return expressions.build(tree);
  }

  @Override
  public ExpressionNode visitSlide(RubricParser.SlideContext tree) {
    return new ExpressionNode.Slide(build(tree.value_), build(tree.lower), build(tree.upper), places.of(tree));
  }

  @Override
  public ExpressionNode visitBestOf(RubricParser.BestOfContext tree) {
    return new ExpressionNode.BestOf(
        tree.which.getText().equals("highest"), tree.expression().stream().map(this::build).toList(),
        places.of(tree));
  }

  @Override
  public ExpressionNode visitChoice(RubricParser.ChoiceContext tree) {
    return new ExpressionNode.Choice(
        conditions.build(tree.condition()), build(tree.whenTrue), build(tree.whenFalse), places.of(tree));
  }

  @Override
  public ExpressionNode visitCountOfIndicator(RubricParser.CountOfIndicatorContext tree) {
    ExpressionNode.OfKind kind = constant(ExpressionNode.OfKind.class, tree.what);
    return new ExpressionNode.Of(kind, places.name(tree.NAME().getSymbol()), places.of(tree));
  }

  @Override
  public ExpressionNode visitSizeOfClass(RubricParser.SizeOfClassContext tree) {
    Text label = tree.labelName != null ? places.text(tree.labelName) : places.quoted(tree.labelText);
    return new ExpressionNode.SizeOfClass(places.name(tree.className), label, places.of(tree));
  }

  @Override
  public ExpressionNode visitSumOver(RubricParser.SumOverContext tree) {
    return new ExpressionNode.SumOver(
        places.name(tree.NAME().getSymbol()), constant(ExpressionNode.Over.class, tree.over),
        Optional.ofNullable(tree.cap()).map(this::cap), places.of(tree));
  }

  private ExpressionNode.Cap cap(RubricParser.CapContext tree) {
    Optional<ExpressionNode.Keeping> keeping =
        Optional.ofNullable(tree.keeping).map(word -> constant(ExpressionNode.Keeping.class, word));
    return new ExpressionNode.Cap(build(tree.primary()), keeping, places.of(tree));
  }

  @Override
  public ExpressionNode visitShareOf(RubricParser.ShareOfContext tree) {
    return new ExpressionNode.ShareOf(
        build(tree.primary()),
        Optional.ofNullable(tree.weight).map(places::name),
        Optional.ofNullable(tree.part).map(word -> constant(ServiceNode.Every.class, word)),
        places.of(tree));
  }

  @Override
  public ExpressionNode visitPreviousOf(RubricParser.PreviousOfContext tree) {
    return new ExpressionNode.PreviousOf(build(tree.primary()), places.of(tree));
  }

  @Override
  public ExpressionNode visitEdgeOfPeriod(RubricParser.EdgeOfPeriodContext tree) {
    ServiceNode.Every stretch = tree.stretch.getText().equals("period")
        ? ServiceNode.Every.YEAR : constant(ServiceNode.Every.class, tree.stretch);
    return new ExpressionNode.Edge(tree.edge.getText().equals("start"), stretch, places.of(tree));
  }

  @Override
  public ExpressionNode visitCall(RubricParser.CallContext tree) {
    return new ExpressionNode.Call(
        places.name(tree.NAME().getSymbol()), tree.argument().stream().map(this::argument).toList(),
        places.of(tree));
  }

  private ExpressionNode.Argument argument(RubricParser.ArgumentContext tree) {
    return new ExpressionNode.Argument(
        Optional.ofNullable(tree.name).map(places::name), build(tree.expression()), places.of(tree));
  }

  /** {@code rounded half up to £0.01}. */
  static ServiceNode.Rounding rounding(RubricParser.RoundingContext tree, Places places) {
    boolean money = tree.step_.getType() == RubricLexer.MONEY;
    Text step = places.trimmed(tree.step_, money ? 1 : 0, 0);
    return new ServiceNode.Rounding(kind(tree.roundingMode()), step, money, places.of(tree));
  }

  private static ServiceNode.RoundingKind kind(RubricParser.RoundingModeContext tree) {
    return switch (tree.getText()) {
      case "halfup" -> ServiceNode.RoundingKind.HALF_UP;
      case "halfeven" -> ServiceNode.RoundingKind.HALF_EVEN;
      case "up" -> ServiceNode.RoundingKind.UP;
      default -> ServiceNode.RoundingKind.DOWN;
    };
  }

  /** The constant that a word of the language names. */
  static <E extends Enum<E>> E constant(Class<E> type, Token word) {
    return Enum.valueOf(type, word.getText().toUpperCase(Locale.ROOT));
  }
}
