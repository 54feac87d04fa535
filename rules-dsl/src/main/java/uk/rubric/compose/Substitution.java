package uk.rubric.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.LadderNode.Action;
import uk.rubric.syntax.LadderNode.BlockRule;
import uk.rubric.syntax.LadderNode.Step;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.Rewriting;
import uk.rubric.syntax.Text;

/**
 * A rule of a block with arguments in place of parameters, and with the names of the block's own rule set spelled out.
 */
final class Substitution extends Rewriting {
  private final Map<String, ExpressionNode> arguments;
  private final Map<String, String> qualified;

  Substitution(Map<String, ExpressionNode> arguments, Map<String, String> qualified) {
    this.arguments = arguments;
    this.qualified = qualified;
  }

  Step step(Step step, Text number, BlockRule from, List<NoteNode> notes) {
    List<NoteNode> all = new ArrayList<>(step.notes());
    all.addAll(notes);
    return new Step(number, step.condition().map(this::in), action(step.whenTrue()),
        step.whenFalse().map(this::action), all, Optional.of(from), step.span());
  }

  private Action action(Action action) {
    return new Action(action.kind(), action.reason().map(this::name), action.label(), action.span());
  }

  /** A name that stands where only names do: that of the argument, when it is one. */
  @Override
  protected Name name(Name name) {
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

  @Override
  public ExpressionNode reference(ExpressionNode.Reference node) {
    ExpressionNode argument = node.name().array() || node.on().isPresent() ? null : arguments.get(node.name().text());
    return argument != null ? argument : super.reference(node);
  }
}
