package uk.rubric.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;

/**
 * The counts of several practices of one plan as those of one: sums throughout, so that a ratio of the group is one of
 * sums and no mean of ratios. Stateless and thread-safe.
 */
public final class GroupCounts {
  private GroupCounts() {}

  /**
   * The sums under a code; a weighted list, or a fraction, that one practice lacks the sum lacks.
   *
   * @param practices at least one
   */
  public static PracticeCounts of(String code, List<PracticeCounts> practices) {
    List<RegisterCount> registers = new ArrayList<>();
    List<IndicatorCount> indicators = new ArrayList<>();
    PracticeCounts first = practices.get(0);
    List<String> awaits = practices.stream().flatMap(p -> p.awaits().stream()).distinct().sorted().toList();
    if (!awaits.isEmpty()) {
      return listAlone(code, practices, awaits);
    }
    for (int i = 0; i < first.registers().size(); i++) {
      int index = i;
      long sum = practices.stream().mapToLong(p -> p.registers().get(index).count()).sum();
      registers.add(new RegisterCount(first.registers().get(i).id(), sum));
    }
    for (int i = 0; i < first.indicators().size(); i++) {
      int index = i;
      indicators.add(indicator(practices.stream().map(p -> p.indicators().get(index)).toList()));
    }
    return new PracticeCounts(code, practices.stream().mapToLong(PracticeCounts::listSize).sum(),
        practices.stream().allMatch(PracticeCounts::listSizeStated), registers, indicators, sizes(practices),
        classes(practices), new Place(Optional.empty(), Optional.empty(), weighted(practices)));
  }

  /** A sum without one of its parts would be none: of the list sizes alone all are known. */
  private static PracticeCounts listAlone(String code, List<PracticeCounts> practices, List<String> awaits) {
    return new PracticeCounts(code, practices.stream().mapToLong(PracticeCounts::listSize).sum(),
        practices.stream().allMatch(PracticeCounts::listSizeStated), List.of(), List.of(), Map.of(), Map.of(),
        new Place(Optional.empty(), Optional.empty(), weighted(practices)), awaits);
  }

  private static IndicatorCount indicator(List<IndicatorCount> counts) {
    long population = counts.stream().mapToLong(IndicatorCount::population).sum();
    List<Fraction> fractions = counts.stream().flatMap(count -> count.fraction().stream()).toList();
    Optional<Fraction> fraction = fractions.size() < counts.size() ? Optional.empty() : Optional.of(new Fraction(
        fractions.stream().mapToLong(Fraction::denominator).sum(),
        fractions.stream().mapToLong(Fraction::numerator).sum(),
        rejected(fractions)));
    return new IndicatorCount(counts.get(0).id(), population, fraction);
  }

  private static List<Rejected> rejected(List<Fraction> fractions) {
    Map<Integer, Map<Rejected, Long>> byRule = new TreeMap<>();
    for (Fraction fraction : fractions) {
      for (Rejected rejected : fraction.rejected()) {
        byRule.computeIfAbsent(rejected.rule(), rule -> new LinkedHashMap<>())
            .merge(new Rejected(rejected.rule(), rejected.reason(), 0), rejected.count(), Long::sum);
      }
    }
    List<Rejected> sums = new ArrayList<>();
    byRule.values().forEach(reasons -> reasons.forEach(
        (key, count) -> sums.add(new Rejected(key.rule(), key.reason(), count))));
    return sums;
  }

  private static Map<PopulationId, Long> sizes(List<PracticeCounts> practices) {
    Map<PopulationId, Long> sums = new LinkedHashMap<>();
    practices.forEach(practice -> practice.sizes().forEach((id, count) -> sums.merge(id, count, Long::sum)));
    return sums;
  }

  private static Map<ClassLabel, Long> classes(List<PracticeCounts> practices) {
    Map<ClassLabel, Long> sums = new LinkedHashMap<>();
    practices.forEach(practice -> practice.classes().forEach((id, count) -> sums.merge(id, count, Long::sum)));
    return sums;
  }

  /** Known only when every practice's is. */
  private static Optional<BigDecimal> weighted(List<PracticeCounts> practices) {
    List<BigDecimal> lists = practices.stream().flatMap(p -> p.place().weightedList().stream()).toList();
    return lists.size() < practices.size()
        ? Optional.empty() : Optional.of(lists.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
