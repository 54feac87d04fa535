package uk.rubric.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.plan.Mode;

/**
 * Rules, patients, and what every ladder must decide about each.
 *
 * @param at the achievement date; empty for the end of the service's period
 * @param expected for each patient, ladder to decision: {@code select by 2}, {@code reject by 3 as WHY},
 *     {@code not asked}
 * @param counts for each practice that the case counts, what is counted to its figure
 */
public record OutcomeCase(
    Heading heading,
    String rules,
    Optional<LocalDate> at,
    Mode mode,
    List<CasePatient> patients,
    Map<String, Map<String, String>> expected,
    Map<String, Map<String, Long>> counts)
    implements ConformanceCase {
  public OutcomeCase {
    patients = List.copyOf(patients);
    expected = Map.copyOf(expected);
    counts = Map.copyOf(counts);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.outcome(this);
  }
}
