package uk.rubric.evaluate.fields;

import static uk.rubric.patient.PatientBatch.NO_DAY;

import java.time.LocalDate;
import uk.rubric.patient.PatientBatch;

/**
 * What the fields of one patient are drawn from: entries by code cluster and day, read in one pass. Reused from
 * patient to patient; for one thread.
 */
final class PatientEntries {
  private static final int NOBODY = -1;

  private final CodeIndex codes;
  private final int horizon;
  private final Units units;
  private final PracticeDays practiceDays;
  private final Entries[] clusters;
  private final int[] touched;
  private int touchedCount;
  private final Entries registrations = new Entries();
  private final Entries deregistrations = new Entries();
  private PatientBatch batch;
  private int person = NOBODY;

  /**
   * @param horizon ACHV_DAT: nothing clinical that is dated later is seen
   * @param units those of the rules
   * @param practiceDays what practices chose
   */
  PatientEntries(CodeIndex codes, int clusterCount, int horizon, Units units, PracticeDays practiceDays) {
    this.practiceDays = practiceDays;
    this.codes = codes;
    this.horizon = horizon;
    this.units = units;
    touched = new int[clusterCount];
    clusters = new Entries[clusterCount];
    for (int i = 0; i < clusterCount; i++) {
      clusters[i] = new Entries();
    }
  }

  /** The day of birth. */
  int born() {
    return batch.born(person);
  }

  /** As {@link PatientBatch#sex} codes it. */
  int sex() {
    return batch.sex(person);
  }

  /** The days that the record's practice chose, as {@link PracticeDays} has them, in place of those in {@code old}. */
  int[] copyChosenDays(int[] old) {
    return practiceDays.copy(old);
  }

  Entries cluster(int number) {
    return clusters[number];
  }

  Entries registrations() {
    return registrations;
  }

  Entries deregistrations() {
    return deregistrations;
  }

  /** Takes the place of the patient before. */
  void read(PatientBatch from, int record) {
    if (from != batch) {
      begin(from);
    }
    practiceDays.of(from.practice(record));
    if (from.person(record) != person) {
      person = from.person(record);
      readEvents();
    }
    readRegistrations(record);
  }

  private void begin(PatientBatch from) {
    batch = from;
    person = NOBODY;
    touchedCount = 0;
    int[] numbers = units.numbers(from.units());
    for (Entries entries : clusters) {
      entries.begin(from, numbers);
    }
  }

  private void readEvents() {
    for (int i = 0; i < touchedCount; i++) {
      clusters[touched[i]].clear();
    }
    touchedCount = 0;
    int end = batch.eventsEnd(person);
    for (int event = batch.eventsStart(person); event < end; event++) {
      if (batch.day(event) <= horizon) {
        readEvent(event);
      }
    }
    for (int i = 0; i < touchedCount; i++) {
      clusters[touched[i]].sort();
    }
  }

  private void readEvent(int event) {
    for (int cluster : codes.clustersOf(batch.code(event))) {
      if (clusters[cluster].isEmpty()) {
        touched[touchedCount++] = cluster;
      }
      clusters[cluster].add(batch.day(event), event);
    }
  }

  private void readRegistrations(int record) {
    registrations.clear();
    deregistrations.clear();
    for (int i = batch.registrationsStart(record); i < batch.registrationsEnd(record); i++) {
      if (batch.isGms(i)) {
        registrations.add(batch.registrationStart(i), i);
        if (batch.registrationEnd(i) != NO_DAY) {
          deregistrations.add(batch.registrationEnd(i), i);
        }
      }
    }
    registrations.sort();
    deregistrations.sort();
  }

  static int epochDay(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
