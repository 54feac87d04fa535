package uk.rubric.evaluate.fields;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The entries of one code cluster, or of registrations, for one patient, by rising day. Reused from patient to patient;
 * for one thread.
 */
final class Entries {
  private long[] order = new long[8];
  private BigDecimal[] values = new BigDecimal[8];
  private int[] units = new int[8];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int day, BigDecimal value, int unit) {
    if (size == order.length) {
      order = Arrays.copyOf(order, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
    }
    // The day in the upper half sorts; the place in the lower half leads back to value and unit.
    order[size] = (long) day << Integer.SIZE | size;
    values[size] = value;
    units[size] = unit;
    size++;
  }

  void sort() {
    Arrays.sort(order, 0, size);
  }

  int size() {
    return size;
  }

  int day(int index) {
    return (int) (order[index] >> Integer.SIZE);
  }

  /** The value of an entry as a rule reads it in the unit of that number, or null. */
  BigDecimal value(int index, int asked) {
    int place = (int) order[index];
    int unit = units[place];
    return asked == Units.ANY || unit == Units.UNSTATED || unit == asked ? values[place] : null;
  }

  /** The index of the first entry on that day or later. */
  int firstFrom(int day) {
    int found = Arrays.binarySearch(order, 0, size, (long) day << Integer.SIZE);
    return found < 0 ? -found - 1 : found;
  }
}
