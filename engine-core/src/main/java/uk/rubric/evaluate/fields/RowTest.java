package uk.rubric.evaluate.fields;

/** A condition of a rule, compiled to a test of slots, and asked once for each patient. Thread-safe. */
public final class RowTest {
  private final int number;
  private final EntryTest condition;

  RowTest(int number, EntryTest condition) {
    this.number = number;
    this.condition = condition;
  }

  /** Whether the condition holds for a row of the same plan. */
  public boolean holds(FieldRow row) {
    return row.answer(number, condition);
  }
}
