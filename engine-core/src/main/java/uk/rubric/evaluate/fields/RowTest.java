package uk.rubric.evaluate.fields;

/** A condition of a rule, compiled to a test of slots. Thread-safe. */
@FunctionalInterface
public interface RowTest {
  /** Whether the condition holds for a row of the same plan. */
  boolean holds(FieldRow row);
}
