package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.plain.Patients.Patient;
import uk.rubric.patient.Event;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** What {@code events.csv} says: every row is read in full, and those that some rule wants are kept. */
final class Events {
  private static final Comparator<Event> ORDER = Comparator.comparing(Event::date)
      .thenComparing(event -> event.code().value())
      .thenComparing(event -> event.value().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(event -> event.unit().map(Unit::text).orElse(""))
      .thenComparing(Event::line);

  /** A unit by its spelling: to compare units takes far longer, and there are millions of entries. */
  private record CodeInUnit(SctId code, String unit) {}

  private final Patients patients;
  private final WantedEvents wanted;
  private final LocalDate achievementDate;
  private final Tally tally;
  private final Map<String, List<Event>> kept = new HashMap<>();
  private final Map<CodeInUnit, Boolean> unseen = new HashMap<>();

  Events(Patients patients, WantedEvents wanted, LocalDate achievementDate, Tally tally) {
    this.patients = patients;
    this.wanted = wanted;
    this.achievementDate = achievementDate;
    this.tally = tally;
  }

  void add(Row row) {
    Optional<Patient> patient = patients.find(row);
    Optional<LocalDate> date = row.pastDay(Column.DATE);
    boolean unborn = patient.isPresent() && date.isPresent() && date.get().isBefore(patient.get().born());
    row.refuseIf(unborn, ExtractDiagnostic.BORN_AFTER_EVENT, Column.DATE);
    Optional<SctId> code = row.code(Column.CODE);
    Optional<BigDecimal> value = row.decimalIfAny(Column.VALUE);
    if (!row.isRefused() && wanted.wants(code.get().value())) {
      keep(row, new Event(date.get(), code.get(), value, row.unitIfAny(Column.UNIT), row.line()));
    }
  }

  private void keep(Row row, Event event) {
    if (!event.date().isAfter(achievementDate) && event.value().isPresent() && isUnseen(event)) {
      tally.count(ExtractDiagnostic.OTHER_UNIT, Layout.EVENTS.file(), row.place(Column.UNIT));
    }
    kept.computeIfAbsent(row.text(Column.PATIENT_ID), id -> new ArrayList<>()).add(event);
  }

  private boolean isUnseen(Event event) {
    return event.unit()
        .map(unit -> unseen.computeIfAbsent(
            new CodeInUnit(event.code(), unit.text()), key -> wanted.isUnseenUnit(key.code().value(), unit)))
        .orElse(false);
  }

  /** To be called once, after the last row. */
  void settle() {
    kept.replaceAll((id, events) -> {
      events.sort(ORDER);
      return List.copyOf(events);
    });
  }

  /** The patient's entries by rising date: one immutable list for all records of the patient. */
  List<Event> of(String patientId) {
    return kept.getOrDefault(patientId, List.of());
  }
}
