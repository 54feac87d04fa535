package uk.rubric.evaluate.fields;

import java.math.BigDecimal;

/** A compiled operand: one side of a comparison. */
sealed interface Term {
  /** Whether there is anything to compare. */
  boolean isRecorded(FieldRow row, Entries entries, int index);

  /** A day, an age or the identifier. */
  @FunctionalInterface
  non-sealed interface OfNumber extends Term {
    /** As {@link FieldRow#number} codes it. */
    int get(FieldRow row, Entries entries, int index);

    @Override
    default boolean isRecorded(FieldRow row, Entries entries, int index) {
      return get(row, entries, index) != FieldRow.MISSING;
    }
  }

  /** A value in the unit that both sides of its comparison share. */
  @FunctionalInterface
  non-sealed interface OfValue extends Term {
    /** Null when it is not recorded. */
    BigDecimal get(FieldRow row, Entries entries, int index);

    @Override
    default boolean isRecorded(FieldRow row, Entries entries, int index) {
      return get(row, entries, index) != null;
    }
  }

  /** A number that is the same for all patients. */
  record Constant(int number) implements OfNumber {
    @Override
    public int get(FieldRow row, Entries entries, int index) {
      return number;
    }
  }
}
