package uk.rubric.analysis;

import java.util.Map;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.value.DateUnit;

/** An operand as far as it is known: whether it is recorded, and what it is then. Immutable. */
sealed interface Seen {
  Proposition recorded();

  /** A day, a value by its {@link Scale}, or a plain number. */
  record Number(Proposition recorded, Whole number) implements Seen {}

  /** The completed age on a day. */
  record Age(Proposition recorded, Whole day, DateUnit unit) implements Seen {}

  /** One of some labels, each with when it is that one; not recorded when it is none of them. */
  record Label(Proposition recorded, Map<String, Proposition> labels) implements Seen {}

  /** Yes or no, always known. */
  record Answer(Proposition recorded, Proposition yes) implements Seen {}

  /** Something that is compared with nothing but itself. */
  record Identifier(Proposition recorded) implements Seen {}
}
