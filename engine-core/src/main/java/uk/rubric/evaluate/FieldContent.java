package uk.rubric.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a field holds for one patient: one thing or nothing, a set of days, entries, or a reading for some days.
 * Immutable.
 *
 * @param single a date, value, age, label, answer or identifier; empty when not recorded, and for an array
 * @param days of an array of dates; otherwise empty
 * @param entries the days of an array of entries, rising, one for each entry; otherwise empty
 * @param readings of an array of values; otherwise empty
 */
public record FieldContent(
    Optional<Comparable<?>> single,
    Set<LocalDate> days,
    List<LocalDate> entries,
    Map<LocalDate, BigDecimal> readings) {
  public FieldContent {
    entries = List.copyOf(entries);
    days = Set.copyOf(days);
    readings = Map.copyOf(readings);
  }

  static FieldContent single(Optional<? extends Comparable<?>> content) {
    return new FieldContent(content.map(c -> c), Set.of(), List.of(), Map.of());
  }

  static FieldContent days(Set<LocalDate> days) {
    return new FieldContent(Optional.empty(), days, List.of(), Map.of());
  }

  static FieldContent entries(List<LocalDate> entries) {
    return new FieldContent(Optional.empty(), Set.of(), entries, Map.of());
  }

  static FieldContent readings(Map<LocalDate, BigDecimal> readings) {
    return new FieldContent(Optional.empty(), Set.of(), List.of(), readings);
  }

  /** The date of a field of dates, if recorded. */
  public Optional<LocalDate> date() {
    return single.map(LocalDate.class::cast);
  }

  /** The entries of an array, by rising day, as a rule looks at them one by one: a day or a value each. */
  public List<Comparable<?>> elements() {
    List<Comparable<?>> elements = new ArrayList<>(entries);
    days.stream().sorted().forEach(elements::add);
    new TreeMap<>(readings).values().forEach(elements::add);
    return elements;
  }
}
