package uk.rubric.check;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;
import uk.rubric.value.Unit;

/**
 * An operand with its type.
 *
 * @param unit of a value; empty for other kinds, and for {@code value}, which takes the unit of the other side
 * @param literal whether it is written out, so that it is the same for everyone
 * @param labels those it may be, for a label
 */
record Typed(Operand operand, Kind kind, Optional<Unit> unit, boolean literal, List<String> labels, Span span) {

  Typed(Operand operand, Kind kind, Optional<Unit> unit, boolean literal, Span span) {
    this(operand, kind, unit, literal, List.of(), span);
  }

  static Typed label(Operand operand, List<String> labels, Span span) {
    return new Typed(operand, Kind.LABEL, Optional.empty(), false, labels, span);
  }

  static Typed literal(Operand operand, Kind kind, Span span) {
    return new Typed(operand, kind, Optional.empty(), true, span);
  }

  static Typed of(Operand operand, Kind kind, Span span) {
    return new Typed(operand, kind, Optional.empty(), false, span);
  }

  static Typed value(Operand operand, Unit unit, Span span) {
    return new Typed(operand, Kind.VALUE, Optional.of(unit), false, span);
  }

  boolean isEntryValue() {
    return operand instanceof Operand.EntryValue;
  }

  /** With its article and unit, as a message says it. */
  String words() {
    return unit.filter(u -> !u.equals(Unit.NONE)).map(u -> kind.words() + " in `" + u + "`").orElse(kind.words());
  }

  /** What can stand on one side of a comparison. */
  enum Kind {
    DATE("a date"),
    VALUE("a value"),
    /** A bare number, which takes the unit of the value on the other side. */
    NUMBER("a number"),
    AGE("an age"),
    AGE_IN_MONTHS("an age in months"),
    LABEL("a label"),
    ANSWER("a yes or no"),
    IDENTIFIER("an identifier");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
