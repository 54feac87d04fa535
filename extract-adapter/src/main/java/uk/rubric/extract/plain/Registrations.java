package uk.rubric.extract.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.patient.Registration;

/** What {@code registrations.csv} says, by practice and patient. */
final class Registrations {
  /** The words for a registration for general medical services, apart from a blank. */
  private static final Set<String> GMS = Set.of("gms", "regular");

  private static final Comparator<Registration> ORDER = Comparator.comparing(Registration::start)
      .thenComparing(registration -> registration.end().orElse(LocalDate.MAX))
      .thenComparing(Registration::gms)
      .thenComparing(Registration::line);

  private final Patients patients;
  private final Map<String, Map<String, List<Registration>>> byPractice = new TreeMap<>();

  Registrations(Patients patients) {
    this.patients = patients;
  }

  void add(Row row) {
    patients.find(row);
    String practice = row.needed(Column.PRACTICE_CODE, ExtractDiagnostic.BLANK_PRACTICE_CODE);
    Optional<LocalDate> start = row.pastDay(Column.START_DATE);
    Optional<LocalDate> end = row.dayIfAny(Column.END_DATE);
    boolean backwards = start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    row.refuseIf(backwards, ExtractDiagnostic.ENDS_BEFORE_START, Column.END_DATE);
    if (!row.isRefused()) {
      byPractice.computeIfAbsent(practice, code -> new TreeMap<>())
          .computeIfAbsent(row.text(Column.PATIENT_ID), id -> new ArrayList<>(1))
          .add(new Registration(start.get(), end, isGms(row), row.line()));
    }
  }

  private static boolean isGms(Row row) {
    String type = row.text(Column.TYPE).toLowerCase(java.util.Locale.ROOT);
    return type.isEmpty() || GMS.contains(type);
  }

  /** By rising code. */
  Set<String> practices() {
    return byPractice.keySet();
  }

  /** The patients of a practice by rising identifier, and their registrations there. */
  Map<String, List<Registration>> at(String practice) {
    return byPractice.get(practice);
  }

  /** Registrations by rising start. */
  static List<Registration> sorted(List<Registration> registrations) {
    return registrations.stream().sorted(ORDER).toList();
  }

  /** The first line that names a practice. */
  long firstLine(String practice) {
    return at(practice).values().stream().flatMap(List::stream).mapToLong(Registration::line).min().orElse(0);
  }

  /** Whoever has a registration anywhere. */
  Set<String> patientIds() {
    return byPractice.values().stream().flatMap(records -> records.keySet().stream()).collect(Collectors.toSet());
  }
}
