package uk.rubric.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.LadderNode.Action;
import uk.rubric.syntax.LadderNode.BlockRule;
import uk.rubric.syntax.LadderNode.Step;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.Text;

/** A rule of a block with arguments in place of parameters, and with the names of the block's own rule set spelled out. */
final class Substitution
    implements ConditionNode.Visitor<ConditionNode>, ExpressionNode.Visitor<ExpressionNode> {
  private final Map<String, ExpressionNode> arguments;
  private final Map<String, String> qualified;

  Substitution(Map<String, ExpressionNode> arguments, Map<String, String> qualified) {
    this.arguments = arguments;
    this.qualified = qualified;
  }

  Step step(Step step, Text number, BlockRule from, List<NoteNode> notes) {
    List<NoteNode> all = new ArrayList<>(step.notes());
    all.addAll(notes);
    return new Step(number, step.condition().map(c -> c.accept(this)), action(step.whenTrue()),
        step.whenFalse().map(this::action), all, Optional.of(from), step.span());
  }

  private Action action(Action action) {
    return new Action(action.kind(), action.reason().map(this::name), action.label(), action.span());
  }

  /** A name that stands where only names do: that of the argument, when it is one. */
  private Name name(Name name) {
    ExpressionNode argument = name.array() ? null : arguments.get(name.text());
    if (argument instanceof ExpressionNode.Reference reference) {
      return reference.name();
    }
    // Of an array parameter, the argument is written with its brackets.
    if (name.array() && arguments.get(name.text()) instanceof ExpressionNode.Reference array) {
      return new Name(array.name().text(), true, array.span());
    }
    return new Name(qualified.getOrDefault(name.text(), name.text()), name.array(), name.span());
  }

  private ExpressionNode expression(ExpressionNode expression) {
    return expression.accept(this);
  }

  private Optional<ExpressionNode> expression(Optional<ExpressionNode> expression) {
    return expression.map(this::expression);
  }

  private List<ConditionNode> all(List<ConditionNode> parts) {
    return parts.stream().map(part -> part.accept(this)).toList();
  }

  @Override
  public ConditionNode junction(ConditionNode.Junction node) {
    return new ConditionNode.Junction(all(node.parts()), node.connectives(), node.span());
  }

  @Override
  public ConditionNode comparison(ConditionNode.Comparison node) {
    return new ConditionNode.Comparison(
        expression(node.left()), node.comparator(), expression(node.right()), node.span());
  }

  @Override
  public ConditionNode within(ConditionNode.Within node) {
    return new ConditionNode.Within(expression(node.subject()), expression(node.low()), node.lowIncluded(),
        expression(node.high()), node.highIncluded(), node.span());
  }

  @Override
  public ConditionNode presence(ConditionNode.Presence node) {
    return new ConditionNode.Presence(expression(node.subject()), node.recorded(), node.span());
  }

  @Override
  public ConditionNode quantified(ConditionNode.Quantified node) {
    return new ConditionNode.Quantified(node.quantity(), node.number(), all(node.parts()), node.span());
  }

  @Override
  public ConditionNode some(ConditionNode.Some node) {
    return new ConditionNode.Some(name(node.array()), node.alias(), node.has().accept(this), node.span());
  }

  @Override
  public ConditionNode sameEntry(ConditionNode.SameEntry node) {
    return new ConditionNode.SameEntry(name(node.cluster()), node.has().accept(this), node.span());
  }

  @Override
  public ConditionNode member(ConditionNode.Member node) {
    return new ConditionNode.Member(name(node.population()), node.in(), node.span());
  }

  @Override
  public ConditionNode oneOf(ConditionNode.OneOf node) {
    return new ConditionNode.OneOf(expression(node.subject()), node.labels(), node.in(), node.span());
  }

  @Override
  public ConditionNode answer(ConditionNode.Answer node) {
    return new ConditionNode.Answer(expression(node.subject()), node.answer(), node.span());
  }

  @Override
  public ExpressionNode binary(ExpressionNode.Binary node) {
    return new ExpressionNode.Binary(
        expression(node.left()), node.operator(), expression(node.right()), node.span());
  }

  @Override
  public ExpressionNode reference(ExpressionNode.Reference node) {
    ExpressionNode argument = node.name().array() || node.on().isPresent() ? null : arguments.get(node.name().text());
    return argument != null
        ? argument : new ExpressionNode.Reference(name(node.name()), expression(node.on()), node.span());
  }

  @Override
  public ExpressionNode countOf(ExpressionNode.CountOf node) {
    return new ExpressionNode.CountOf(name(node.array()), node.span());
  }

  @Override
  public ExpressionNode of(ExpressionNode.Of node) {
    return new ExpressionNode.Of(node.kind(), name(node.name()), node.span());
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
  public ExpressionNode entryDate(ExpressionNode.EntryDate node) {
    return node;
  }

  @Override
  public ExpressionNode entryValue(ExpressionNode.EntryValue node) {
    return node;
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
  public ExpressionNode label(ExpressionNode.Label node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode slide(ExpressionNode.Slide node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode bestOf(ExpressionNode.BestOf node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode choice(ExpressionNode.Choice node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode sizeOfClass(ExpressionNode.SizeOfClass node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode sumOver(ExpressionNode.SumOver node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode shareOf(ExpressionNode.ShareOf node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode previousOf(ExpressionNode.PreviousOf node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode edge(ExpressionNode.Edge node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode call(ExpressionNode.Call node) {
    return node;
  }

  /** A figure of a service, which no rule may ask. */
  @Override
  public ExpressionNode rounded(ExpressionNode.Rounded node) {
    return node;
  }
}
