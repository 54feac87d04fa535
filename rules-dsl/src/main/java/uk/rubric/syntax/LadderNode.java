package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/** Numbered rules, first terminal action wins. */
public record LadderNode(List<Step> steps, Span span) implements Node {
  public LadderNode {
    steps = List.copyOf(steps);
  }

  /** {@code 8: if … then … else …}; without a condition there is only {@code whenTrue}. */
  public record Step(
      Text number,
      Optional<ConditionNode> condition,
      Action whenTrue,
      Optional<Action> whenFalse,
      List<NoteNode> notes,
      Span span)
      implements Node {
    public Step {
      notes = List.copyOf(notes);
    }
  }

  /** {@code next}, {@code select}, {@code reject} or {@code reject as REASON}. */
  public record Action(ActionKind kind, Optional<Name> reason, Span span) implements Node {}

  /** The three actions of a rule. */
  public enum ActionKind {
    NEXT,
    SELECT,
    REJECT
  }
}
