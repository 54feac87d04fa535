package uk.rubric.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/** Writes the counts of a practice. */
final class CountsOf {
  private final long listSize;
  private final List<RegisterCount> registers = new ArrayList<>();
  private final List<IndicatorCount> indicators = new ArrayList<>();
  private final Map<PopulationId, Long> sizes = new HashMap<>();

  CountsOf(long listSize) {
    this.listSize = listSize;
  }

  CountsOf register(String ruleset, String id, long count) {
    registers.add(new RegisterCount(id, count));
    return size(ruleset, id, count);
  }

  CountsOf size(String ruleset, String population, long count) {
    sizes.put(new PopulationId(ruleset, population), count);
    return this;
  }

  CountsOf registerOnly(String id, long population) {
    indicators.add(new IndicatorCount(id, population, Optional.empty()));
    return this;
  }

  CountsOf indicator(String id, long numerator, long denominator) {
    Fraction fraction = new Fraction(denominator, numerator, List.of());
    indicators.add(new IndicatorCount(id, denominator, Optional.of(fraction)));
    return this;
  }

  PracticeCounts counts() {
    return new PracticeCounts("A81001", listSize, true, registers, indicators, sizes);
  }
}
