package uk.rubric.evaluate.fields;

import java.time.LocalDate;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/**
 * What the fields of one patient are drawn from: entries by code cluster and day, read in one pass. Reused from
 * patient to patient; for one thread.
 */
final class PatientEntries {
  private final CodeIndex codes;
  private final int horizon;
  private final Units units;
  private final Entries[] clusters;
  private final Entries registrations = new Entries();
  private final Entries deregistrations = new Entries();
  private LocalDate born;

  /**
   * @param horizon ACHV_DAT: nothing clinical that is dated later is seen
   * @param units those of the rules, to which spellings of the records are added
   */
  PatientEntries(CodeIndex codes, int clusterCount, int horizon, Units units) {
    this.codes = codes;
    this.horizon = horizon;
    this.units = units;
    clusters = new Entries[clusterCount];
    for (int i = 0; i < clusterCount; i++) {
      clusters[i] = new Entries();
    }
  }

  LocalDate born() {
    return born;
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
  void read(PatientRecord patient) {
    born = patient.born();
    readRegistrations(patient);
    for (Entries entries : clusters) {
      entries.clear();
    }
    for (Event event : patient.events()) {
      readEvent(event);
    }
    for (Entries entries : clusters) {
      entries.sort();
    }
  }

  private void readRegistrations(PatientRecord patient) {
    registrations.clear();
    deregistrations.clear();
    for (Registration registration : patient.registrations()) {
      if (registration.gms()) {
        registrations.add(epochDay(registration.start()), null, Units.UNSTATED);
        registration.end().ifPresent(end -> deregistrations.add(epochDay(end), null, Units.UNSTATED));
      }
    }
    registrations.sort();
    deregistrations.sort();
  }

  private void readEvent(Event event) {
    int[] wanting = codes.clustersOf(event.code().value());
    if (wanting.length == 0) {
      return;
    }
    int day = epochDay(event.date());
    if (day > horizon) {
      return;
    }
    int unit = event.unit().isPresent() ? units.number(event.unit().get()) : Units.UNSTATED;
    for (int cluster : wanting) {
      clusters[cluster].add(day, event.value().orElse(null), unit);
    }
  }

  static int epochDay(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
