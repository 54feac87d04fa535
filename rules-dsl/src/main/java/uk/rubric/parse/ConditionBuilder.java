package uk.rubric.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;

/** Conditions. */
final class ConditionBuilder extends RubricBaseVisitor<ConditionNode> {
  private final Places places;
  private final ExpressionBuilder expressions;

  ConditionBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.expressions = expressions;
  }

  ConditionNode build(RubricParser.ConditionContext tree) {
    return tree.accept(this);
  }

  @Override
  public ConditionNode visitCondition(RubricParser.ConditionContext tree) {
    if (tree.atom().size() == 1) {
      return tree.atom(0).accept(this);
    }
    List<ConditionNode> parts = tree.atom().stream().map(atom -> atom.accept(this)).toList();
    List<ConditionNode.Connective> connectives = tree.connective().stream().map(this::connective).toList();
    return new ConditionNode.Junction(parts, connectives, places.of(tree));
  }

  private ConditionNode.Connective connective(RubricParser.ConnectiveContext tree) {
    return new ConditionNode.Connective(tree.getText().equals("and"), places.of(tree));
  }

  @Override
  public ConditionNode visitBracketed(RubricParser.BracketedContext tree) {
    return build(tree.condition());
  }

  @Override
  public ConditionNode visitComparison(RubricParser.ComparisonContext tree) {
    String sign = tree.comparator().getText();
    Comparator comparator =
        Arrays.stream(Comparator.values()).filter(known -> known.sign().equals(sign)).findFirst().orElseThrow();
    return new ConditionNode.Comparison(
        expressions.build(tree.left), comparator, expressions.build(tree.right), places.of(tree));
  }

  @Override
  public ConditionNode visitWithin(RubricParser.WithinContext tree) {
    RubricParser.SpanContext span = tree.span();
    return new ConditionNode.Within(
        expressions.build(tree.expression()),
        bound(span.low),
        span.lower != null && span.lower.getText().equals("from"),
        bound(span.high),
        span.upper != null && span.upper.getText().equals("to"),
        places.of(tree));
  }

  private Optional<ExpressionNode> bound(RubricParser.ExpressionContext treeOrNull) {
    return Optional.ofNullable(treeOrNull).map(expressions::build);
  }

  @Override
  public ConditionNode visitPresence(RubricParser.PresenceContext tree) {
    return new ConditionNode.Presence(expressions.build(tree.expression()), tree.negated == null, places.of(tree));
  }
}
