package uk.rubric.conformance;

import java.util.Map;
import java.util.TreeMap;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;

/** Counts as a case writes them: what is counted, in words, to its figure. */
final class CountWords {
  private CountWords() {}

  static Map<String, Long> of(PracticeCounts practice) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("list", practice.listSize());
    practice.registers().forEach(register -> counts.put(register.id(), register.count()));
    practice.indicators().forEach(indicator -> add(indicator, counts));
    return counts;
  }

  private static void add(IndicatorCount indicator, Map<String, Long> counts) {
    counts.put(indicator.id() + " population", indicator.population());
    indicator.fraction().ifPresent(fraction -> add(indicator.id(), fraction, counts));
  }

  private static void add(String indicator, Fraction fraction, Map<String, Long> counts) {
    counts.put(indicator + " denominator", fraction.denominator());
    counts.put(indicator + " numerator", fraction.numerator());
    fraction
        .rejected()
        .forEach(r -> counts.put(indicator + " rejected by " + r.rule() + " as " + r.reason().name(), r.count()));
  }
}
