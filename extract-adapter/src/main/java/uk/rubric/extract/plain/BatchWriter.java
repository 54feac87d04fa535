package uk.rubric.extract.plain;

import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;

/**
 * Makes a batch, patient by patient. One without a registration is in no practice's record and is left out. For one
 * thread.
 */
final class BatchWriter {
  private final People people;
  private final Registrations registrations;
  private final PatientBatchBuilder builder;
  private int open = People.UNKNOWN;
  private boolean isTaken;
  private int openInBatch;

  /** @param events how many entries there may be */
  BatchWriter(People people, Registrations registrations, int events) {
    this.people = people;
    this.registrations = registrations;
    this.builder = new PatientBatchBuilder(events);
  }

  /** Whose entries are told; negative for nobody's yet. */
  int open() {
    return open;
  }

  /** Goes on to a patient, whose entries follow. */
  void open(int person) {
    close();
    open = person;
    isTaken = !people.isSetAside(person) && registrations.has(person);
    if (isTaken) {
      openInBatch = builder.person(people.id(person), people.born(person), people.died(person));
      people.sex(person).ifPresent(builder::sex);
    }
  }

  private void close() {
    if (isTaken) {
      registrations.addTo(builder, open, openInBatch);
    }
  }

  /** An entry of the patient that is open. */
  void event(int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
    if (!isTaken) {
      return;
    }
    int unitNumber = unit == null ? PatientBatch.NO_UNIT : builder.unit(unit);
    if (value.isPresent() && !value.isLarge()) {
      builder.event(day, code, value.unscaled(), value.scale(), unitNumber, line);
    } else {
      builder.event(day, code, value.isPresent() ? value.large() : null, unitNumber, line);
    }
    detail.addTo(builder);
  }

  PatientBatch build() {
    close();
    return builder.build();
  }
}
