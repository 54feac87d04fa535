package uk.rubric.evaluate.fields;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What the fields of one plan hold for one patient, in primitive slots: the field's slot in the plan is its place here.
 * Filled once by {@link FieldExtractor}, read by {@link RowTest}; afterwards it may be read by several threads.
 */
public final class FieldRow {
  /** Stands for a day, age or identifier that is not recorded; no day of a record is that early. */
  static final int MISSING = Integer.MIN_VALUE;

  private final int[] numbers;
  private final BigDecimal[] values;
  private final int[][] arrayDays;
  private final BigDecimal[][] arrayValues;

  FieldRow(int slots) {
    numbers = new int[slots];
    values = new BigDecimal[slots];
    arrayDays = new int[slots][];
    arrayValues = new BigDecimal[slots][];
  }

  /** A day counted from 1970-01-01, an age in years, 0 for the identifier, or {@link #MISSING}. */
  int number(int slot) {
    return numbers[slot];
  }

  void setNumber(int slot, int number) {
    numbers[slot] = number;
  }

  /** A value in the unit of its field, or null when it is not recorded. */
  BigDecimal value(int slot) {
    return values[slot];
  }

  void setValue(int slot, BigDecimal value) {
    values[slot] = value;
  }

  /** The days of an array, rising, each once. */
  int[] days(int slot) {
    return arrayDays[slot];
  }

  void setDays(int slot, int[] days) {
    arrayDays[slot] = days;
  }

  /** Fills an array of values: one for each of {@code days}, which rise. */
  void setValues(int slot, int[] days, BigDecimal[] perDay) {
    arrayDays[slot] = days;
    arrayValues[slot] = perDay;
  }

  /** The entry of an array of values on a day, or null when there is none. */
  BigDecimal valueOn(int slot, int day) {
    int found = Arrays.binarySearch(arrayDays[slot], day);
    return found < 0 ? null : arrayValues[slot][found];
  }
}
