package uk.rubric.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One patient as one practice sees them: the unit of evaluation. A patient of two practices is two records with the
 * same events. Immutable; the order of registrations and events never matters.
 *
 * @param sex {@code FEMALE}, {@code MALE}, {@code INDETERMINATE} or {@code UNKNOWN}, if recorded
 * @param registrations those at this practice alone
 */
public record PatientRecord(
    String practice,
    String patientId,
    LocalDate born,
    Optional<LocalDate> died,
    Optional<String> sex,
    List<Registration> registrations,
    List<Event> events) {
  /** A patient whose sex is not recorded. */
  public PatientRecord(
      String practice,
      String patientId,
      LocalDate born,
      Optional<LocalDate> died,
      List<Registration> registrations,
      List<Event> events) {
    this(practice, patientId, born, died, Optional.empty(), registrations, events);
  }

  public PatientRecord {
    Objects.requireNonNull(practice);
    Objects.requireNonNull(patientId);
    Objects.requireNonNull(born);
    registrations = List.copyOf(registrations);
    events = List.copyOf(events);
  }

  /**
   * Whether the patient is registered for GMS at the end of {@code day}, as the published filter says: the latest
   * registration by that day, and no end of a registration after that start, or one later than {@code day}.
   */
  public boolean isRegisteredOn(LocalDate day) {
    Optional<LocalDate> start =
        gms().map(Registration::start).filter(s -> !s.isAfter(day)).max(LocalDate::compareTo);
    return start.isPresent() && firstEndAfter(start.get()).map(end -> end.isAfter(day)).orElse(true);
  }

  private Optional<LocalDate> firstEndAfter(LocalDate start) {
    return gms().flatMap(r -> r.end().stream()).filter(end -> end.isAfter(start)).min(LocalDate::compareTo);
  }

  private java.util.stream.Stream<Registration> gms() {
    return registrations.stream().filter(Registration::gms);
  }
}
