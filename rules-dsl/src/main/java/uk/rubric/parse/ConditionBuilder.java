package uk.rubric.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;

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
    return new ConditionNode.Comparison(
        expressions.build(tree.left), comparator(tree.comparator()), expressions.build(tree.right), places.of(tree));
  }

  private static Comparator comparator(RubricParser.ComparatorContext tree) {
    String sign = tree.getText();
    return Arrays.stream(Comparator.values()).filter(known -> known.sign().equals(sign)).findFirst().orElseThrow();
  }

  @Override
  public ConditionNode visitWithin(RubricParser.WithinContext tree) {
    return within(expressions.build(tree.expression()), tree.span(), tree);
  }

  private ConditionNode within(ExpressionNode subject, RubricParser.SpanContext span, ParserRuleContext tree) {
    return new ConditionNode.Within(
        subject,
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

  @Override
  public ConditionNode visitQuantified(RubricParser.QuantifiedContext tree) {
    ConditionNode.Quantity quantity = ConditionNode.Quantity.valueOf(tree.how.getText().toUpperCase(Locale.ROOT));
    return new ConditionNode.Quantified(quantity, Optional.empty(), all(tree.condition()), places.of(tree));
  }

  @Override
  public ConditionNode visitAtLeast(RubricParser.AtLeastContext tree) {
    return new ConditionNode.Quantified(
        ConditionNode.Quantity.AT_LEAST, Optional.of(places.text(tree.number)), all(tree.condition()),
        places.of(tree));
  }

  private List<ConditionNode> all(List<RubricParser.ConditionContext> trees) {
    return trees.stream().map(this::build).toList();
  }

  @Override
  public ConditionNode visitSomeHas(RubricParser.SomeHasContext tree) {
    return new ConditionNode.Some(
        places.name(tree.ref()),
        Optional.ofNullable(tree.alias).map(places::name),
        build(tree.condition()),
        places.of(tree));
  }

  /** The shorter way to write it, read as the longer one. */
  @Override
  public ConditionNode visitSomeIs(RubricParser.SomeIsContext tree) {
    Name array = places.name(tree.ref());
    Name written = places.name(tree.ref().NAME().getSymbol());
    ExpressionNode entry = new ExpressionNode.Reference(written, Optional.empty(), written.span());
    ConditionNode has =
        tree.span() != null
            ? within(entry, tree.span(), tree)
            : new ConditionNode.Comparison(
                entry, comparator(tree.comparator()), expressions.build(tree.expression()), places.of(tree));
    return new ConditionNode.Some(array, Optional.empty(), has, places.of(tree));
  }

  @Override
  public ConditionNode visitSameEntry(RubricParser.SameEntryContext tree) {
    return new ConditionNode.SameEntry(places.name(tree.cluster_), build(tree.condition()), places.of(tree));
  }

  @Override
  public ConditionNode visitMember(RubricParser.MemberContext tree) {
    return new ConditionNode.Member(places.name(tree.NAME().getSymbol()), tree.negated == null, places.of(tree));
  }

  @Override
  public ConditionNode visitOneOf(RubricParser.OneOfContext tree) {
    return new ConditionNode.OneOf(
        expressions.build(tree.expression()),
        tree.label().stream().map(places::label).toList(),
        tree.negated == null,
        places.of(tree));
  }

  @Override
  public ConditionNode visitAnswer(RubricParser.AnswerContext tree) {
    ConditionNode.AnswerKind answer = ConditionNode.AnswerKind.valueOf(tree.answer.getText().toUpperCase(Locale.ROOT));
    return new ConditionNode.Answer(expressions.build(tree.expression()), answer, places.of(tree));
  }
}
