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

    R ageAt(AgeAt form);

    R pick(Pick form);

    R reading(Reading form);

    R extremeOf(ExtremeOf form);

    R element(Element form);
  }

  /** {@code id of patient}: the published "Unconditional". */
  record PatientId(Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.patientId(this);
    }
  }

  /** {@code age at ACHV_DAT}: the published "Unconditional at ACHV_DAT". */
  record AgeAt(ExpressionNode day, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ageAt(this);
    }
  }

  /** {@code latest | earliest | all SOURCE where …}. */
  record Pick(Choice choice, Name source, Optional<ConditionNode> where, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pick(this);
    }
  }

  /** Which entries a pick keeps. */
  enum Choice {
    LATEST,
    EARLIEST,
    ALL
  }

  /** {@code lowest value of C on D in mmol/mol}, or {@code on each D[]}; without {@code lowest} the checker refuses it. */
  record Reading(
      Optional<Extreme> extreme, Name cluster, boolean each, Name on, Optional<Text> unit, Span span)
      implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reading(this);
    }
  }

  /** Which of several values on one day counts. */
  enum Extreme {
    HIGHEST,
    LOWEST
  }

  /** {@code latest of (A, B)}: missing ones are passed over. */
  record ExtremeOf(boolean latest, List<Name> fields, Span span) implements FieldForm {
    public ExtremeOf {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.extremeOf(this);
    }
  }

  /** {@code BPSYS_VAL[] on BP_DAT}. */
  record Element(Name array, Name at, Span span) implements FieldForm {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }
}
