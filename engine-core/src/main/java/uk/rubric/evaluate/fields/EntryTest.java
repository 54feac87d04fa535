package uk.rubric.evaluate.fields;

/**
 * A compiled condition. A {@code where} tests the entry at {@code index} of {@code entries}; the condition of a rule
 * sees neither.
 */
@FunctionalInterface
interface EntryTest {
  /** Holds for every entry. */
  EntryTest ALWAYS = (row, entries, index) -> true;

  boolean holds(FieldRow row, Entries entries, int index);
}
