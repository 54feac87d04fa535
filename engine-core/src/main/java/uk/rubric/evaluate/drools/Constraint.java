package uk.rubric.evaluate.drools;

import java.util.OptionalInt;
import org.drools.model.functions.Predicate1;
import uk.rubric.check.Condition;
import uk.rubric.evaluate.fields.RowTest;

/**
 * One thing a rule asks of a candidate.
 *
 * @param text the identity of the predicate, polarity included: Drools tests constraints of one text once for all, so
 *     two predicates never share one
 * @param step when the constraint is that this step is asked, and nothing else
 */
record Constraint(String text, Test predicate, OptionalInt step) {

  /** What Drools asks, and hands out again as it was handed in. */
  @FunctionalInterface
  interface Test extends Predicate1<Candidate> {
    @Override
    boolean test(Candidate candidate);

    /** Whether it is known that of the two always exactly one holds. */
    default boolean isOpposite(Test other) {
      return false;
    }
  }

  /** That a condition comes out so. */
  private record Outcome(RowTest condition, boolean holds) implements Test {
    @Override
    public boolean test(Candidate candidate) {
      return condition.holds(candidate.row()) == holds;
    }

    @Override
    public boolean isOpposite(Test other) {
      return other instanceof Outcome outcome && outcome.condition == condition && outcome.holds != holds;
    }
  }

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
        new Outcome(test, holds),
        OptionalInt.empty());
  }

  /** What is true of a candidate exactly when this is not. */
  Constraint negated() {
    return new Constraint("not (" + text + ")", candidate -> !predicate.test(candidate), OptionalInt.empty());
  }
}
