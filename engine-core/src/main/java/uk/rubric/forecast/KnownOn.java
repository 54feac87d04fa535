package uk.rubric.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/**
 * Patients as they were known on a day: without entries that are dated or were entered later, without registrations
 * that start later, and with those still open that end later. Unlike a worklist, which is of those who will stay, this
 * takes no end from the future, so that leaving is learnt like anything else.
 */
final class KnownOn {
  private KnownOn() {}

  /** In the order of the records. */
  static PatientBatch of(List<PatientRecord> records, LocalDate day) {
    List<PatientRecord> known = new ArrayList<>(records.size());
    records.forEach(record -> known.add(of(record, day)));
    return PatientBatch.of(known);
  }

  private static PatientRecord of(PatientRecord whole, LocalDate day) {
    return new PatientRecord(whole.practice(), whole.patientId(), whole.born(), by(whole.died(), day), whole.sex(),
        whole.registrations().stream().filter(r -> !r.start().isAfter(day))
            .map(r -> new Registration(r.start(), by(r.end(), day), r.gms(), r.line())).toList(),
        whole.events().stream().filter(event -> isKnown(event, day)).toList());
  }

  private static Optional<LocalDate> by(Optional<LocalDate> date, LocalDate day) {
    return date.filter(d -> !d.isAfter(day));
  }

  /** Whether an entry had been made by the end of a day. */
  static boolean isKnown(Event event, LocalDate day) {
    return !event.date().isAfter(day)
        && event.detail().entered().map(moment -> !moment.toLocalDate().isAfter(day)).orElse(true);
  }
}
