package uk.rubric.check;

import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.LadderNode.BlockRule;

/**
 * Numbered rules of which the first terminal action wins. At least one rule; numbers rise; every path ends in
 * {@code select} or {@code reject}, and in a classification in {@code give}.
 */
public record Ladder(List<Rule> rules, Span span) {
  public Ladder {
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param condition empty when the rule acts on everyone who reaches it; then both actions are the same
   * @param from the rule of a block that it was made from; {@code number} is the published one
   */
  public record Rule(
      int number,
      Optional<Condition> condition,
      Action whenTrue,
      Action whenFalse,
      List<Note> notes,
      Optional<BlockRule> from,
      Span span) {
    public Rule {
      notes = List.copyOf(notes);
    }

    /** What the rule does when its condition comes out so. */
    public Action action(boolean conditionHolds) {
      return conditionHolds ? whenTrue : whenFalse;
    }
  }

  /** An action; a reject of a denominator has a reason and a {@code give} a label, no other action has. */
  public record Action(ActionKind kind, Optional<Reason> reason, Optional<String> label) {
    /** An action without a reason or label. */
    public static Action of(ActionKind kind) {
      return new Action(kind, Optional.empty(), Optional.empty());
    }

    public boolean isTerminal() {
      return kind != ActionKind.NEXT;
    }
  }
}
