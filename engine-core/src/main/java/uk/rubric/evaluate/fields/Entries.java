package uk.rubric.evaluate.fields;

import java.util.Arrays;
import uk.rubric.patient.PatientBatch;

/**
 * The entries of one code cluster, of registrations or of an array, for one patient, by rising day: where they stand in
 * the batch, whatever is to be known of them. Of others than clinical ones only the day is. Reused from patient to
 * patient; for one thread.
 */
final class Entries {
  private PatientBatch batch;
  private int[] units;
  private long[] order = new long[8];
  private int size;
  private boolean isSorted = true;
  // By number: a person or a record, in the order of reading.
  private long owner;

  /**
   * Begins a batch, of clinical entries.
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

  private void clear(long newOwner) {
    owner = newOwner;
    clear();
  }

  /** Those of an owner, of whom there may be none: then those of others are forgotten. */
  Entries of(long asked) {
    if (owner != asked) {
      clear(asked);
    }
    if (!isSorted) {
      Arrays.sort(order, 0, size);
      isSorted = true;
    }
    return this;
  }

  /** Adds an entry of an owner, in place of all that others had. */
  void add(long of, int day, int place) {
    if (owner != of) {
      clear(of);
    }
    add(day, place);
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
    if (batch == null) {
      return Decimals.MISSING;
    }
    int event = place(index);
    int scale = batch.scale(event);
    if (scale == PatientBatch.NO_VALUE || !isIn(asked, batch.unit(event))) {
      return Decimals.MISSING;
    }
    return scale == PatientBatch.LARGE
        ? decimals.of(batch.value(event).orElseThrow())
        : decimals.of(batch.unscaled(event), scale);
  }

  /** The episode of an entry as the batch codes it, or {@link FieldRow#MISSING}. */
  int episode(int index) {
    int label = batch == null ? 0 : batch.episode(place(index));
    return label == 0 ? FieldRow.MISSING : label;
  }

  /** Which of two clinical entries was entered later, by the sign; one of which that is not known comes before all. */
  int compareEntered(int index, int other) {
    int one = place(index);
    int two = place(other);
    int seconds = Long.compare(batch.enteredSecond(one), batch.enteredSecond(two));
    return seconds != 0 ? seconds : Integer.compare(batch.enteredNano(one), batch.enteredNano(two));
  }

  /** Whether an entry is the same as one of {@code others}, or belongs together with it. */
  boolean isLinked(int index, Entries others, int other) {
    if (batch == null || others.batch == null) {
      return false;
    }
    int one = place(index);
    int two = others.place(other);
    int parent = batch.parent(one);
    int parentOfOther = batch.parent(two);
    return one == two
        || parent != 0 && (parent == parentOfOther || parent == batch.id(two))
        || parentOfOther != 0 && parentOfOther == batch.id(one);
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
