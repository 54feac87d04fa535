package uk.rubric.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.Registration;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** One patient of a case as one practice sees them. */
public record CasePatient(
    String name, String practice, LocalDate born, Optional<String> sex, List<Registration> registrations,
    List<Entry> entries) {
  public CasePatient {
    registrations = List.copyOf(registrations);
    entries = List.copyOf(entries);
  }

  /**
   * A coded entry.
   *
   * @param clusters exactly those that its code belongs to
   * @param detail what few rules ask
   * @param code the code itself when the case writes it
   */
  public record Entry(
      LocalDate date,
      SortedSet<String> clusters,
      Optional<SctId> code,
      Optional<BigDecimal> value,
      Optional<Unit> unit,
      EventDetail detail) {}
}
