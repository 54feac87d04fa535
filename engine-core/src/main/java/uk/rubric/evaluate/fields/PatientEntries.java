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
  private final Entries registrations = new Entries();
  private final Entries deregistrations = new Entries();
  private PatientBatch batch;
  private int person = NOBODY;
  // How many persons and records have been read: entries that are of another number are of one before.
  private long persons;
  private long records;

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

  Entries cluster(int cluster) {
    return clusters[cluster].of(persons);
  }

  Entries registrations() {
    return registrations.of(records);
  }

  Entries deregistrations() {
    return deregistrations.of(records);
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
    int[] numbers = units.numbers(from.units());
    for (Entries entries : clusters) {
      entries.begin(from, numbers);
    }
  }

  private void readEvents() {
    persons++;
    int end = batch.eventsEnd(person);
    for (int event = batch.eventsStart(person); event < end; event++) {
      int day = batch.day(event);
      if (day <= horizon) {
        int cluster = codes.find(batch.code(event));
        if (cluster >= 0) {
          clusters[cluster].add(persons, day, event);
        } else {
          addToEach(codes.clusters(cluster), day, event);
        }
      }
    }
  }

  private void addToEach(int[] all, int day, int event) {
    for (int cluster : all) {
      clusters[cluster].add(persons, day, event);
    }
  }

  private void readRegistrations(int record) {
    records++;
    for (int i = batch.registrationsStart(record); i < batch.registrationsEnd(record); i++) {
      if (batch.isGms(i)) {
        registrations.add(records, batch.registrationStart(i), i);
        if (batch.registrationEnd(i) != NO_DAY) {
          deregistrations.add(records, batch.registrationEnd(i), i);
        }
      }
    }
  }

  static int epochDay(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
