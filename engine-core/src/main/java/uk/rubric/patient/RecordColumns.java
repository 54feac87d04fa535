package uk.rubric.patient;

import java.util.Arrays;

/** Which person is seen by which practice; written by {@link PatientBatchBuilder} alone. */
final class RecordColumns {
  String[] practices = new String[16];
  int[] persons = new int[16];
  int[] registrationsStart = new int[16];
  private int size;

  int size() {
    return size;
  }

  int add(String practice, int person, int firstRegistration) {
    if (size == practices.length) {
      grow(2 * size);
    }
    practices[size] = practice;
    persons[size] = person;
    registrationsStart[size] = firstRegistration;
    return size++;
  }

  private void grow(int room) {
    practices = Arrays.copyOf(practices, room);
    persons = Arrays.copyOf(persons, room);
    registrationsStart = Arrays.copyOf(registrationsStart, room);
  }
}
