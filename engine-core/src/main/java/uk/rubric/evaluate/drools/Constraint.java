package uk.rubric.evaluate.drools;

import java.util.OptionalInt;
import java.util.function.Predicate;
import uk.rubric.check.Condition;
import uk.rubric.evaluate.fields.RowTest;

/**
 * One thing a rule asks of a candidate.
 *
 * @param text the identity of the predicate, polarity included: Drools tests constraints of one text once for all, so
 *     two predicates never share one
 * @param step when the constraint is that this step is asked, and nothing else
 */
record Constraint(String text, Predicate<Candidate> predicate, OptionalInt step) {

  /** That step is asked. */
  static Constraint inStep(int step) {
    return new Constraint("step " + step, candidate -> candidate.step() == step, OptionalInt.of(step));
  }

  /**
   * The condition comes out so.
   *
   * @param test the same condition, compiled
   */
  static Constraint outcome(Condition condition, RowTest test, boolean holds) {
    return new Constraint(
        (holds ? "holds " : "fails ") + ConditionText.of(condition),
        candidate -> test.holds(candidate.row()) == holds,
        OptionalInt.empty());
  }

  /** What is true of a candidate exactly when this is not. */
  Constraint negated() {
    return new Constraint("not (" + text + ")", predicate.negate(), OptionalInt.empty());
  }
}
