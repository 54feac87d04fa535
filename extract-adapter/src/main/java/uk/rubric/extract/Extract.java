package uk.rubric.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.patient.Practice;
import uk.rubric.result.SetAside;
import uk.rubric.value.Unit;

/**
 * An extract as it was read. Immutable; the order of lines in its files makes no difference, save to the line numbers
 * that entries and messages refer to.
 *
 * @param practices those that are described and those that registrations name, by rising code
 * @param records one for each practice and patient registered there at any time, by rising practice code, then
 *     patient id
 * @param setAside everything that could not be used, counted
 * @param messages warnings and notices, with the first places of each reason; holds no patient's value
 * @param sha256 over the files that were read: name, length and bytes of each
 */
public record Extract(
    List<Practice> practices,
    List<PatientRecord> records,
    SetAside setAside,
    List<Diagnostic> messages,
    String sha256) {
  private static final Comparator<Event> BY_DATE = Comparator.comparing(Event::date)
      .thenComparing(event -> event.code().value())
      .thenComparing(event -> event.value().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(event -> event.unit().map(Unit::text).orElse(""))
      .thenComparing(Event::line);

  public Extract {
    practices = List.copyOf(practices);
    records = List.copyOf(records);
    messages = List.copyOf(messages);
  }

  /** All of an open extract, of which no part has been read. */
  public static Extract of(PatientExtract open) {
    List<PatientRecord> records = records(open, id -> true);
    return new Extract(open.practices(), records, open.setAside(), open.messages(), open.sha256());
  }

  /**
   * Some patients of an open extract, of which no part has been read; all parts are, one after another.
   *
   * @param wanted asked for the identifier of each patient
   * @return by rising practice code, then patient id; the events of a patient by date
   */
  public static List<PatientRecord> records(PatientExtract open, Predicate<String> wanted) {
    List<PatientRecord> records = new ArrayList<>();
    for (Optional<Part> part = open.next(); part.isPresent(); part = open.next()) {
      addAll(part.get().read(), wanted, records);
    }
    records.sort(Comparator.comparing(PatientRecord::practice).thenComparing(PatientRecord::patientId));
    return records;
  }

  private static void addAll(PatientBatch batch, Predicate<String> wanted, List<PatientRecord> records) {
    int person = -1;
    List<Event> events = List.of();
    for (int i = 0; i < batch.records(); i++) {
      if (wanted.test(batch.patientId(batch.person(i)))) {
        PatientRecord made = batch.toRecord(i);
        if (batch.person(i) != person) {
          person = batch.person(i);
          events = List.copyOf(made.events().stream().sorted(BY_DATE).toList());
        }
        records.add(new PatientRecord(
            made.practice(), made.patientId(), made.born(), made.died(), made.sex(), made.registrations(), events));
      }
    }
  }
}
