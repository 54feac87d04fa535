package uk.rubric.evaluate.fields;

import java.util.Arrays;
import uk.rubric.patient.PatientBatch;

/**
 * The entries of one code cluster, or of registrations, for one patient, by rising day: where they stand in the batch,
 * whatever is to be known of them. Reused from patient to patient; for one thread.
 */
final class Entries {
  private PatientBatch batch;
  private int[] units;
  private long[] order = new long[8];
  private int size;
  private boolean isSorted = true;

  /**
   * Begins a batch.
   *
   * @param units the numbers of its units, as {@link Units#numbers} gives them
   */
  void begin(PatientBatch batch, int[] units) {
    this.batch = batch;
    this.units = units;
    clear();
  }

  void clear() {
    size = 0;
    isSorted = true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** @param place of the entry in the batch */
  void add(int day, int place) {
    if (size == order.length) {
      order = Arrays.copyOf(order, 2 * size);
    }
    // The day in the upper half sorts; the lower half leads back to the entry.
    long entry = (long) day << Integer.SIZE | place;
    isSorted &= size == 0 || order[size - 1] <= entry;
    order[size++] = entry;
  }

  void sort() {
    if (!isSorted) {
      Arrays.sort(order, 0, size);
      isSorted = true;
    }
  }

  int size() {
    return size;
  }

  int day(int index) {
    return (int) (order[index] >> Integer.SIZE);
  }

  /** Where the entry stands in the batch. */
  private int place(int index) {
    return (int) order[index];
  }

  /** The value of an entry as a rule reads it in the unit of that number, or {@link Decimals#MISSING}. */
  long value(int index, int asked, Decimals decimals) {
    int event = place(index);
    int scale = batch.scale(event);
    if (scale == PatientBatch.NO_VALUE || !isIn(asked, batch.unit(event))) {
      return Decimals.MISSING;
    }
    return scale == PatientBatch.LARGE
        ? decimals.of(batch.value(event).orElseThrow())
        : decimals.of(batch.unscaled(event), scale);
  }

  private boolean isIn(int asked, int stated) {
    return asked == Units.ANY || stated == PatientBatch.NO_UNIT || units[stated] == asked;
  }

  /** The index of the first entry on that day or later. */
  int firstFrom(int day) {
    int found = Arrays.binarySearch(order, 0, size, (long) day << Integer.SIZE);
    return found < 0 ? -found - 1 : found;
  }
}
