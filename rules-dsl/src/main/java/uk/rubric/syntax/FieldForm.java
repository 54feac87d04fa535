package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/** How a field gets its content: the forms of the published field tables. */
public sealed interface FieldForm extends Node {
  <R> R accept(Visitor<R> visitor);

  /** One method a form, none with a default. */
  interface Visitor<R> {
    R patientId(PatientId form);

    R sex(Sex form);

    R ageAt(AgeAt form);

    R pick(Pick form);

    R reading(Reading form);

    R extremeOf(ExtremeOf form);

    R element(Element form);

    R conditional(Conditional form);

    R whether(Whether form);
  }

  /** {@code id of patient}: the published "Unconditional". */
  record PatientId(Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.patientId(this);
    }
  }

  /** {@code sex of patient}. */
  record Sex(Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sex(this);
    }
  }

  /** {@code age at ACHV_DAT}: the published "Unconditional at ACHV_DAT"; or {@code age in months at ACHV_DAT}. */
  record AgeAt(boolean inMonths, ExpressionNode day, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ageAt(this);
    }
  }

  /**
   * {@code latest | earliest | all | count of  SOURCE on … where … spaced …}.
   *
   * @param number how many of the latest or earliest; with it the field is an array
   * @param entries whether entries count instead of days
   * @param on a day to which all is limited
   * @param spacing {@code 28 days}
   */
  record Pick(
      Choice choice,
      Optional<Text> number,
      boolean entries,
      Name source,
      Optional<ExpressionNode> on,
      Optional<ConditionNode> where,
      Optional<ExpressionNode.Number> spacing,
      Span span)
      implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pick(this);
    }
  }

  /** Which entries a pick keeps. */
  enum Choice {
    LATEST,
    EARLIEST,
    ALL,
    COUNT
  }

  /**
   * {@code lowest value of C on D in mmol/mol}, or {@code on each D[]}; without {@code lowest} the checker refuses it.
   */
  record Reading(
      Optional<Extreme> extreme, Name cluster, boolean each, Name on, Optional<Text> unit, Span span)
      implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reading(this);
    }
  }

  /** Which of several values on one day counts; for the last entered, which of several entered at once. */
  enum Extreme {
    HIGHEST,
    LOWEST,
    /** {@code last entered value of C on D}, without a word on ties: the checker refuses it. */
    LAST_ENTERED,
    LAST_ENTERED_HIGHEST,
    LAST_ENTERED_LOWEST;

    /** Whether the order of entering decides. */
    public boolean isLastEntered() {
      return this != HIGHEST && this != LOWEST;
    }

    /** Whether the higher of two values wins where nothing else decides. */
    public boolean isHighest() {
      return this == HIGHEST || this == LAST_ENTERED_HIGHEST;
    }
  }

  /** {@code latest of (A, B)}, {@code highest of (A, B)}: missing ones are passed over. */
  record ExtremeOf(ExtremeWord word, List<Name> fields, Span span) implements FieldForm {
    public ExtremeOf {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.extremeOf(this);
    }
  }

  /** {@code latest} and {@code earliest} of dates, {@code highest} and {@code lowest} of values. */
  enum ExtremeWord {
    LATEST,
    EARLIEST,
    HIGHEST,
    LOWEST;

    /** Whether the greatest is meant. */
    public boolean isGreatest() {
      return this == LATEST || this == HIGHEST;
    }

    /** Whether it is one of dates. */
    public boolean isOfDates() {
      return this == LATEST || this == EARLIEST;
    }
  }

  /** {@code BPSYS_VAL[] on BP_DAT}. */
  record Element(Name array, Name at, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }

  /** {@code if COPDRES_DAT is recorded then COPD1_DAT else COPD_DAT}. */
  record Conditional(
      ConditionNode condition, ExpressionNode whenTrue, ExpressionNode whenFalse, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** {@code whether CHD_DAT is recorded or …}: yes or no, never missing. */
  record Whether(ConditionNode condition, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whether(this);
    }
  }
}
