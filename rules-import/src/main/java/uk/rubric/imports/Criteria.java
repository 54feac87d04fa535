package uk.rubric.imports;

import java.util.List;
import java.util.Optional;
import uk.rubric.syntax.Comparator;

/** The qualifying criteria of a field as read. */
sealed interface Criteria {
  /** {@code Unconditional}. */
  record Unconditional() implements Criteria {}

  /** {@code Unconditional at ACHV_DAT}. */
  record UnconditionalAt(Operand day) implements Criteria {}

  /** {@code Latest > Y_DAT AND <= ACHV_DAT WHERE …}; {@code choice} as the language says it. */
  record Pick(String choice, List<Bound> bounds, Optional<Condition> where) implements Criteria {
    public Pick {
      bounds = List.copyOf(bounds);
    }
  }

  /** {@code <= ACHV_DAT}. */
  record Bound(Comparator comparator, Operand day) {}

  /** {@code Recorded on X_DAT} or {@code Recorded on each {X_DAT}}. */
  record Recorded(Operand.Named on) implements Criteria {}

  /** {@code Latest of (A_DAT, B_DAT)}. */
  record ExtremeOf(String choice, List<Operand.Named> fields) implements Criteria {
    public ExtremeOf {
      fields = List.copyOf(fields);
    }
  }
}
