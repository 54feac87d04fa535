package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;

/**
 * Copies expressions and conditions part by part; a subclass says what takes the place of names, references and uses of
 * blocks. What has no parts is its own copy.
 */
public abstract class Rewriting
    implements ExpressionNode.Visitor<ExpressionNode>, ConditionNode.Visitor<ConditionNode> {
  /** What stands for a name where only a name can stand. */
  protected abstract Name name(Name name);

  protected final ExpressionNode in(ExpressionNode node) {
    return node.accept(this);
  }

  protected final ConditionNode in(ConditionNode node) {
    return node.accept(this);
  }

  protected final Optional<ExpressionNode> in(Optional<ExpressionNode> node) {
    return node.map(this::in);
  }

  private List<ExpressionNode> expressions(List<ExpressionNode> nodes) {
    return nodes.stream().map(this::in).toList();
  }

  private List<ConditionNode> conditions(List<ConditionNode> nodes) {
    return nodes.stream().map(this::in).toList();
  }

  @Override
  public ExpressionNode reference(ExpressionNode.Reference node) {
    return new ExpressionNode.Reference(name(node.name()), in(node.on()), node.span());
  }

  @Override
  public ExpressionNode call(ExpressionNode.Call node) {
    List<ExpressionNode.Argument> arguments = node.arguments().stream()
        .map(argument -> new ExpressionNode.Argument(argument.name(), in(argument.value()), argument.span()))
        .toList();
    return new ExpressionNode.Call(node.block(), arguments, node.span());
  }

  @Override
  public final ExpressionNode binary(ExpressionNode.Binary node) {
    return new ExpressionNode.Binary(in(node.left()), node.operator(), in(node.right()), node.span());
  }

  @Override
  public final ExpressionNode of(ExpressionNode.Of node) {
    return new ExpressionNode.Of(node.kind(), name(node.name()), node.span());
  }

  @Override
  public final ExpressionNode countOf(ExpressionNode.CountOf node) {
    return new ExpressionNode.CountOf(name(node.array()), node.span());
  }

  @Override
  public final ExpressionNode slide(ExpressionNode.Slide node) {
    return new ExpressionNode.Slide(in(node.value()), in(node.lower()), in(node.upper()), node.span());
  }

  @Override
  public final ExpressionNode bestOf(ExpressionNode.BestOf node) {
    return new ExpressionNode.BestOf(node.highest(), expressions(node.parts()), node.span());
  }

  @Override
  public final ExpressionNode choice(ExpressionNode.Choice node) {
    return new ExpressionNode.Choice(in(node.condition()), in(node.whenTrue()), in(node.whenFalse()), node.span());
  }

  @Override
  public final ExpressionNode sizeOfClass(ExpressionNode.SizeOfClass node) {
    return new ExpressionNode.SizeOfClass(name(node.classification()), node.label(), node.span());
  }

  @Override
  public final ExpressionNode sumOver(ExpressionNode.SumOver node) {
    Optional<ExpressionNode.Cap> cap =
        node.cap().map(c -> new ExpressionNode.Cap(in(c.most()), c.keeping(), c.span()));
    return new ExpressionNode.SumOver(name(node.figure()), node.over(), cap, node.span());
  }

  @Override
  public final ExpressionNode shareOf(ExpressionNode.ShareOf node) {
    return new ExpressionNode.ShareOf(in(node.whole()), node.weight().map(this::name), node.part(), node.span());
  }

  @Override
  public final ExpressionNode previousOf(ExpressionNode.PreviousOf node) {
    return new ExpressionNode.PreviousOf(in(node.figure()), node.span());
  }

  @Override
  public final ExpressionNode rounded(ExpressionNode.Rounded node) {
    return new ExpressionNode.Rounded(in(node.value()), node.rounding(), node.span());
  }

  @Override
  public final ConditionNode junction(ConditionNode.Junction node) {
    return new ConditionNode.Junction(conditions(node.parts()), node.connectives(), node.span());
  }

  @Override
  public final ConditionNode comparison(ConditionNode.Comparison node) {
    return new ConditionNode.Comparison(in(node.left()), node.comparator(), in(node.right()), node.span());
  }

  @Override
  public final ConditionNode within(ConditionNode.Within node) {
    return new ConditionNode.Within(
        in(node.subject()), in(node.low()), node.lowIncluded(), in(node.high()), node.highIncluded(), node.span());
  }

  @Override
  public final ConditionNode presence(ConditionNode.Presence node) {
    return new ConditionNode.Presence(in(node.subject()), node.recorded(), node.span());
  }

  @Override
  public final ConditionNode quantified(ConditionNode.Quantified node) {
    return new ConditionNode.Quantified(node.quantity(), node.number(), conditions(node.parts()), node.span());
  }

  @Override
  public final ConditionNode some(ConditionNode.Some node) {
    return new ConditionNode.Some(name(node.array()), node.alias(), in(node.has()), node.span());
  }

  @Override
  public final ConditionNode sameEntry(ConditionNode.SameEntry node) {
    return new ConditionNode.SameEntry(name(node.cluster()), in(node.has()), node.span());
  }

  @Override
  public final ConditionNode member(ConditionNode.Member node) {
    return new ConditionNode.Member(name(node.population()), node.in(), node.span());
  }

  @Override
  public final ConditionNode oneOf(ConditionNode.OneOf node) {
    return new ConditionNode.OneOf(in(node.subject()), node.labels(), node.in(), node.span());
  }

  @Override
  public final ConditionNode answer(ConditionNode.Answer node) {
    return new ConditionNode.Answer(in(node.subject()), node.answer(), node.span());
  }

  @Override
  public final ExpressionNode number(ExpressionNode.Number node) {
    return node;
  }

  @Override
  public final ExpressionNode percent(ExpressionNode.Percent node) {
    return node;
  }

  @Override
  public final ExpressionNode money(ExpressionNode.Money node) {
    return node;
  }

  @Override
  public final ExpressionNode date(ExpressionNode.DateLiteral node) {
    return node;
  }

  @Override
  public final ExpressionNode entryDate(ExpressionNode.EntryDate node) {
    return node;
  }

  @Override
  public final ExpressionNode entryValue(ExpressionNode.EntryValue node) {
    return node;
  }

  @Override
  public final ExpressionNode entryEpisode(ExpressionNode.EntryEpisode node) {
    return node;
  }

  @Override
  public final ExpressionNode attained(ExpressionNode.Attained node) {
    return node;
  }

  @Override
  public final ExpressionNode label(ExpressionNode.Label node) {
    return node;
  }

  @Override
  public final ExpressionNode edge(ExpressionNode.Edge node) {
    return node;
  }
}
