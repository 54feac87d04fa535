package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;

/**
 * Copies a formula with expressions in place of some names, and with something else in place of each use of a block. Where
 * a bare name is asked for, as behind {@code achievement of}, the expression must be one.
 */
final class Substitution implements ExpressionNode.Visitor<ExpressionNode>, ConditionNode.Visitor<ConditionNode> {
  private final Map<String, ExpressionNode> arguments;
  private final Function<ExpressionNode.Call, ExpressionNode> calls;
  private final Problems problems;
  private boolean failed;

  Substitution(
      Map<String, ExpressionNode> arguments, Function<ExpressionNode.Call, ExpressionNode> calls, Problems problems) {
    this.arguments = arguments;
    this.calls = calls;
    this.problems = problems;
  }

  /** Whether some argument did not fit, which was reported. */
  boolean failed() {
    return failed;
  }

  private ExpressionNode in(ExpressionNode node) {
    return node.accept(this);
  }

  private List<ExpressionNode> all(List<ExpressionNode> nodes) {
    return nodes.stream().map(this::in).toList();
  }

  private Name name(Name name) {
    ExpressionNode argument = arguments.get(name.text());
    if (argument == null) {
      return name;
    }
    if (argument instanceof ExpressionNode.Reference named && named.on().isEmpty() && !named.name().array()) {
      return named.name();
    }
    failed = true;
    problems.add(Diagnostic.at(argument.span(), RuleDiagnostic.BLOCK_ARGUMENTS,
            quote(argument.span().text()) + " is no name, and the block asks for one here")
        .withLabel(name.span(), "needed as a name here")
        .withHelp("give the name of an indicator, a register or a figure"));
    return name;
  }

  @Override
  public ExpressionNode binary(ExpressionNode.Binary node) {
    return new ExpressionNode.Binary(in(node.left()), node.operator(), in(node.right()), node.span());
  }

  @Override
  public ExpressionNode number(ExpressionNode.Number node) {
    return node;
  }

  @Override
  public ExpressionNode percent(ExpressionNode.Percent node) {
    return node;
  }

  @Override
  public ExpressionNode money(ExpressionNode.Money node) {
    return node;
  }

  @Override
  public ExpressionNode date(ExpressionNode.DateLiteral node) {
    return node;
  }

  @Override
  public ExpressionNode reference(ExpressionNode.Reference node) {
    ExpressionNode argument = node.on().isEmpty() ? arguments.get(node.name().text()) : null;
    return argument != null ? argument : node;
  }

  @Override
  public ExpressionNode entryDate(ExpressionNode.EntryDate node) {
    return node;
  }

  @Override
  public ExpressionNode entryValue(ExpressionNode.EntryValue node) {
    return node;
  }

  @Override
  public ExpressionNode of(ExpressionNode.Of node) {
    return new ExpressionNode.Of(node.kind(), name(node.name()), node.span());
  }

  @Override
  public ExpressionNode slide(ExpressionNode.Slide node) {
    return new ExpressionNode.Slide(in(node.value()), in(node.lower()), in(node.upper()), node.span());
  }

  @Override
  public ExpressionNode bestOf(ExpressionNode.BestOf node) {
    return new ExpressionNode.BestOf(node.highest(), all(node.parts()), node.span());
  }

  @Override
  public ExpressionNode choice(ExpressionNode.Choice node) {
    return new ExpressionNode.Choice(
        node.condition().accept(this), in(node.whenTrue()), in(node.whenFalse()), node.span());
  }

  @Override
  public ExpressionNode sizeOfClass(ExpressionNode.SizeOfClass node) {
    return new ExpressionNode.SizeOfClass(name(node.classification()), node.label(), node.span());
  }

  @Override
  public ExpressionNode sumOver(ExpressionNode.SumOver node) {
    Optional<ExpressionNode.Cap> cap =
        node.cap().map(c -> new ExpressionNode.Cap(in(c.most()), c.keeping(), c.span()));
    return new ExpressionNode.SumOver(name(node.figure()), node.over(), cap, node.span());
  }

  @Override
  public ExpressionNode shareOf(ExpressionNode.ShareOf node) {
    return new ExpressionNode.ShareOf(in(node.whole()), node.weight().map(this::name), node.part(), node.span());
  }

  @Override
  public ExpressionNode previousOf(ExpressionNode.PreviousOf node) {
    return new ExpressionNode.PreviousOf(in(node.figure()), node.span());
  }

  @Override
  public ExpressionNode edge(ExpressionNode.Edge node) {
    return node;
  }

  @Override
  public ExpressionNode call(ExpressionNode.Call node) {
    List<ExpressionNode.Argument> filled = node.arguments().stream()
        .map(a -> new ExpressionNode.Argument(a.name(), in(a.value()), a.span()))
        .toList();
    return calls.apply(new ExpressionNode.Call(node.block(), filled, node.span()));
  }

  @Override
  public ExpressionNode rounded(ExpressionNode.Rounded node) {
    return new ExpressionNode.Rounded(in(node.value()), node.rounding(), node.span());
  }

  @Override
  public ConditionNode junction(ConditionNode.Junction node) {
    List<ConditionNode> parts = node.parts().stream().map(part -> part.accept(this)).toList();
    return new ConditionNode.Junction(parts, node.connectives(), node.span());
  }

  @Override
  public ConditionNode comparison(ConditionNode.Comparison node) {
    return new ConditionNode.Comparison(in(node.left()), node.comparator(), in(node.right()), node.span());
  }

  @Override
  public ConditionNode within(ConditionNode.Within node) {
    return new ConditionNode.Within(
        in(node.subject()), node.low().map(this::in), node.lowIncluded(), node.high().map(this::in),
        node.highIncluded(), node.span());
  }

  @Override
  public ConditionNode presence(ConditionNode.Presence node) {
    return new ConditionNode.Presence(in(node.subject()), node.recorded(), node.span());
  }

  @Override
  public ConditionNode answer(ConditionNode.Answer node) {
    return new ConditionNode.Answer(in(node.subject()), node.answer(), node.span());
  }

  @Override
  public ExpressionNode entryEpisode(ExpressionNode.EntryEpisode node) {
    return node;
  }

  @Override
  public ExpressionNode attained(ExpressionNode.Attained node) {
    return node;
  }

  @Override
  public ExpressionNode countOf(ExpressionNode.CountOf node) {
    return node;
  }

  @Override
  public ExpressionNode label(ExpressionNode.Label node) {
    return node;
  }

  @Override
  public ConditionNode quantified(ConditionNode.Quantified node) {
    List<ConditionNode> parts = node.parts().stream().map(part -> part.accept(this)).toList();
    return new ConditionNode.Quantified(node.quantity(), node.number(), parts, node.span());
  }

  @Override
  public ConditionNode some(ConditionNode.Some node) {
    return node;
  }

  @Override
  public ConditionNode sameEntry(ConditionNode.SameEntry node) {
    return node;
  }

  @Override
  public ConditionNode member(ConditionNode.Member node) {
    return node;
  }

  @Override
  public ConditionNode oneOf(ConditionNode.OneOf node) {
    return node;
  }
}
