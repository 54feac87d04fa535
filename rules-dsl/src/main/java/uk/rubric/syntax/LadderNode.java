package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * Numbered rules, first terminal action wins.
 *
 * @param fields drawn anew for each entry of the array that is the ladder's unit; elsewhere none stand here
 * @param uses blocks that stand for rules; once blocks are put in place, those alone are left that could not be
 */
public record LadderNode(List<RulesetNode.Field> fields, List<Step> steps, List<BlockUse> uses, Span span)
    implements Node {
  public LadderNode {
    fields = List.copyOf(fields);
    steps = List.copyOf(steps);
    uses = List.copyOf(uses);
  }

  /**
   * {@code 8: if … then … else …}; without a condition there is only {@code whenTrue}.
   *
   * @param from the rule of a block that it was made from
   */
  public record Step(
      Text number,
      Optional<ConditionNode> condition,
      Action whenTrue,
      Optional<Action> whenFalse,
      List<NoteNode> notes,
      Optional<BlockRule> from,
      Span span)
      implements Node {
    public Step {
      notes = List.copyOf(notes);
    }
  }

  /** A rule of a block, by the block's name and its own number there; {@code use} is where the block was put in. */
  public record BlockRule(String block, String number, Span use) {}

  /** {@code 10 to 13: use T3(DMPCADEC_DAT, WHY = DMPCADEC)}: the numbers that the block's rules take here. */
  public record BlockUse(
      Text first, Optional<Text> last, Name block, List<Argument> arguments, List<NoteNode> notes, Span span)
      implements Node {
    public BlockUse {
      arguments = List.copyOf(arguments);
      notes = List.copyOf(notes);
    }
  }

  /** {@code WHY = DMPCADEC}, or by its place alone. */
  public record Argument(Optional<Name> name, ExpressionNode value, Span span) implements Node {}

  /** {@code next}, {@code select}, {@code reject}, {@code reject as REASON} or {@code give LABEL}. */
  public record Action(ActionKind kind, Optional<Name> reason, Optional<Text> label, Span span) implements Node {}

  /** The actions of a rule. */
  public enum ActionKind {
    NEXT,
    SELECT,
    REJECT,
    /** Of a classification alone. */
    GIVE
  }
}
