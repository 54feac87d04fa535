package uk.rubric.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a field holds for one patient: one thing or nothing, a set of days, or a reading for some days. Immutable.
 *
 * @param single a date, value, age in years or identifier; empty when not recorded, and for an array
 * @param days of an array of dates; otherwise empty
 * @param readings of an array of values; otherwise empty
 */
public record FieldContent(
    Optional<Comparable<?>> single, Set<LocalDate> days, Map<LocalDate, BigDecimal> readings) {
  public FieldContent {
    days = Set.copyOf(days);
    readings = Map.copyOf(readings);
  }

  static FieldContent single(Optional<? extends Comparable<?>> content) {
    return new FieldContent(content.map(c -> c), Set.of(), Map.of());
  }

  static FieldContent days(Set<LocalDate> days) {
    return new FieldContent(Optional.empty(), days, Map.of());
  }

  static FieldContent readings(Map<LocalDate, BigDecimal> readings) {
    return new FieldContent(Optional.empty(), Set.of(), readings);
  }

  /** The date of a field of dates, if recorded. */
  public Optional<LocalDate> date() {
    return single.map(LocalDate.class::cast);
  }
}
