package uk.rubric.analysis;

import java.util.List;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.plan.PlannedLadder;

/**
 * Something that is so for a patient or not. {@code side} says of which rules it is asked: 0 for the first, 1 for the
 * second of two that are compared. Immutable.
 */
public sealed interface Question {
  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R asked(Asked question);

    R reaches(Reaches question);

    R takes(Takes question);

    R holds(Holds question);

    R recorded(Recorded question);

    R differ(Differ question);

    R allOf(AllOf question);

    R anyOf(AnyOf question);

    R not(Not question);
  }

  /** The ladder is asked about the patient: its parent selects them. */
  record Asked(int side, int ladder) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.asked(this);
    }
  }

  /** The patient comes to a rule of a ladder; {@code rule} is its index from 0. */
  record Reaches(int side, int ladder, int rule) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reaches(this);
    }
  }

  /** The patient comes to a rule and its condition comes out so. */
  record Takes(int side, int ladder, int rule, boolean conditionHolds) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.takes(this);
    }
  }

  /** A condition of a rule, or a part of it, holds, whether or not the patient comes to the rule. */
  record Holds(int side, Condition condition) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.holds(this);
    }
  }

  /** A field that is no array is recorded. */
  record Recorded(int side, FieldId field) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.recorded(this);
    }
  }

  /** A ladder of the first rules and one of the second come to different outcomes: action, reason, or being asked. */
  record Differ(PlannedLadder first, PlannedLadder second) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.differ(this);
    }
  }

  /** Each part is so. */
  record AllOf(List<Question> parts) implements Question {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allOf(this);
    }
  }

  /** Some part is so. */
  record AnyOf(List<Question> parts) implements Question {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anyOf(this);
    }
  }

  /** The part is not so. */
  record Not(Question part) implements Question {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  static Question all(Question... parts) {
    return new AllOf(List.of(parts));
  }

  static Question not(Question part) {
    return new Not(part);
  }
}
