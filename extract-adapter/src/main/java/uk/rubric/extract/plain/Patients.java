package uk.rubric.extract.plain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;

/** What {@code patients.csv} says. */
final class Patients {
  /** One patient; the sex is kept only to see whether two rows of one identifier agree. */
  record Patient(LocalDate born, Optional<LocalDate> died, String sex) {}

  private final Keyed<Patient> patients = new Keyed<>();

  void add(Row row) {
    Optional<Patient> patient = read(row);
    String id = row.text(Column.PATIENT_ID);
    if (patient.isPresent()) {
      patients.add(id, patient.get(), row.line());
    } else if (!id.isEmpty()) {
      patients.spoil(id);
    }
  }

  private static Optional<Patient> read(Row row) {
    row.needed(Column.PATIENT_ID, ExtractDiagnostic.BLANK_PATIENT_ID);
    Optional<LocalDate> born = row.pastDay(Column.DATE_OF_BIRTH);
    Optional<LocalDate> died = row.pastDayIfAny(Column.DATE_OF_DEATH);
    boolean diedUnborn = born.isPresent() && died.isPresent() && died.get().isBefore(born.get());
    row.refuseIf(diedUnborn, ExtractDiagnostic.DIED_BEFORE_BORN, Column.DATE_OF_DEATH);
    return row.isRefused() ? Optional.empty() : Optional.of(new Patient(born.get(), died, row.text(Column.SEX)));
  }

  /** To be called once, after the last row. */
  void settle(CsvFile file, Tally tally) {
    String column = Column.PATIENT_ID.header();
    patients.settle(
        line -> tally.count(ExtractDiagnostic.CONFLICTING_PATIENT, file.name(), file.place(line, column)),
        line -> tally.count(ExtractDiagnostic.REPEATED_ROW, file.name(), file.place(line, column)));
  }

  /** The patient whom a row of another file names, or else the row is refused. */
  Optional<Patient> find(Row row) {
    String id = row.needed(Column.PATIENT_ID, ExtractDiagnostic.BLANK_PATIENT_ID);
    Optional<Patient> found = patients.find(id);
    if (found.isEmpty()) {
      row.refuse(
          patients.contains(id) ? ExtractDiagnostic.PATIENT_SET_ASIDE : ExtractDiagnostic.UNKNOWN_PATIENT,
          Column.PATIENT_ID);
    }
    return found;
  }

  /** A patient whose row stands. */
  Patient get(String id) {
    return patients.find(id).orElseThrow();
  }

  long line(String id) {
    return patients.line(id);
  }

  /** Every patient whose row stands. */
  Stream<String> ids() {
    return patients.keys();
  }
}
