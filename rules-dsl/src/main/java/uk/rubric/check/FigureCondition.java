package uk.rubric.check;

import java.util.List;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.syntax.Comparator;

/**
 * A checked condition on the figures of a practice, such as what a payment hangs on. What it asks may be unknown, and
 * then it is unknown too, unless the rest decides: unknown is not no. Immutable.
 */
public sealed interface FigureCondition {
  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R allOf(AllOf condition);

    R anyOf(AnyOf condition);

    R comparison(Comparison condition);

    R recorded(Recorded condition);

    R answer(Answer condition);

    R label(Label condition);
  }

  /** True when every part is, false when one is false. */
  record AllOf(List<FigureCondition> parts) implements FigureCondition {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allOf(this);
    }
  }

  /** True when some part is, false when all are false. */
  record AnyOf(List<FigureCondition> parts) implements FigureCondition {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anyOf(this);
    }
  }

  /** Two figures of one kind. */
  record Comparison(Formula left, Comparator comparator, Formula right) implements FigureCondition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** Whether an evidence, or a figure of the year before, is known; this itself always is. */
  record Recorded(Formula figure, boolean recorded) implements FigureCondition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.recorded(this);
    }
  }

  /** Whether the answer of a yes-or-no evidence is this one. */
  record Answer(String evidence, boolean yes) implements FigureCondition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.answer(this);
    }
  }

  /** Whether a classification gave the patient this label; in figures of a patient alone. */
  record Label(PopulationId classification, String label, boolean equal) implements FigureCondition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.label(this);
    }
  }
}
