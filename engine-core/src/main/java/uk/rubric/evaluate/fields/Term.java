package uk.rubric.evaluate.fields;

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
    /** As {@link FieldRow#decimals} has it. */
    long get(FieldRow row, Entries entries, int index);

    @Override
    default boolean isRecorded(FieldRow row, Entries entries, int index) {
      return get(row, entries, index) != Decimals.MISSING;
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
