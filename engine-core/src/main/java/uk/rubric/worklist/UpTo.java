package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;

/**
 * Patients as they are known on a day: without entries of later days and without registrations that start later, so
 * that they can be decided at the end of the period as if nothing more were recorded. The end of a registration stays.
 */
record UpTo(PatientSource source, LocalDate day) implements PatientSource {
  @Override
  public Optional<Part> next() {
    return source.next().map(part -> new Known(part, day));
  }

  @Override
  public OptionalLong records() {
    return source.records();
  }

  private record Known(Part part, LocalDate day) implements Part {
    @Override
    public long ordinal() {
      return part.ordinal();
    }

    @Override
    public PatientBatch read() {
      return PatientBatch.of(records(part.read(), day));
    }
  }

  /** The records of a batch, in their order. */
  static List<PatientRecord> records(PatientBatch batch, LocalDate day) {
    List<PatientRecord> records = new ArrayList<>(batch.records());
    for (int i = 0; i < batch.records(); i++) {
      PatientRecord whole = batch.toRecord(i);
      records.add(new PatientRecord(whole.practice(), whole.patientId(), whole.born(), whole.died(), whole.sex(),
          whole.registrations().stream().filter(r -> !r.start().isAfter(day)).toList(),
          whole.events().stream().filter(event -> !event.date().isAfter(day)).toList()));
    }
    return records;
  }
}
