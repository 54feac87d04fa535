package uk.rubric.patient;

import java.util.Arrays;

/** What is known of persons; written by {@link PatientBatchBuilder} alone. */
final class PersonColumns {
  String[] ids = new String[16];
  int[] born = new int[16];
  int[] died = new int[16];
  int[] eventsStart = new int[16];
  /** Nobody's before the first that is recorded. */
  private byte[] sexes = {};
  private int size;

  int size() {
    return size;
  }

  int add(String id, int bornOn, int diedOn, int firstEvent) {
    if (size == ids.length) {
      grow(2 * size);
    }
    ids[size] = id;
    born[size] = bornOn;
    died[size] = diedOn;
    eventsStart[size] = firstEvent;
    return size++;
  }

  /** @param sex as {@link PatientBatch#sex} codes it */
  void sexOfLast(int sex) {
    if (size > sexes.length) {
      sexes = Arrays.copyOf(sexes, ids.length);
    }
    sexes[size - 1] = (byte) sex;
  }

  int sex(int person) {
    return person < sexes.length ? sexes[person] : 0;
  }

  private void grow(int room) {
    ids = Arrays.copyOf(ids, room);
    born = Arrays.copyOf(born, room);
    died = Arrays.copyOf(died, room);
    eventsStart = Arrays.copyOf(eventsStart, room);
  }
}
