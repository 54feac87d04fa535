package uk.rubric.patient;

import java.util.Arrays;

/** Registrations, those of one record together; written by {@link PatientBatchBuilder} alone. */
final class RegistrationColumns {
  int[] starts = new int[16];
  int[] ends = new int[16];
  boolean[] gms = new boolean[16];
  long[] lines = new long[16];
  private int size;

  int size() {
    return size;
  }

  void add(int start, int end, boolean isGms, long line) {
    if (size == starts.length) {
      grow(2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    gms[size] = isGms;
    lines[size] = line;
    size++;
  }

  private void grow(int room) {
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    gms = Arrays.copyOf(gms, room);
    lines = Arrays.copyOf(lines, room);
  }
}
