package uk.rubric.imports;

import java.util.List;
import uk.rubric.syntax.Comparator;

/** A published condition as read. */
sealed interface Condition {
  /** Parts joined by {@code AND} alone or by {@code OR} alone. */
  record Junction(boolean and, List<Condition> parts) implements Condition {
    public Junction {
      parts = List.copyOf(parts);
    }
  }

  /** {@code A <= B}. */
  record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {}

  /** {@code score is < 10%}: of the entry itself. */
  record OwnValue(Comparator comparator, Operand right) implements Condition {}
}
