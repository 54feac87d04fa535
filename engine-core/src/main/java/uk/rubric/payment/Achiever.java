package uk.rubric.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Rejected;

/**
 * One more achiever of an indicator: of its denominator, or one whom it rejected and who by achieving comes into
 * denominator and numerator. Immutable.
 *
 * @param rejected which rule rejected, with its reason; its count says nothing
 */
public record Achiever(String indicator, Optional<Rejected> rejected) {
  /**
   * The counts when these have achieved.
   *
   * @throws IllegalArgumentException when an indicator has nobody left who has not achieved
   */
  public static PracticeCounts in(PracticeCounts counts, List<Achiever> achievers) {
    List<IndicatorCount> indicators = new ArrayList<>(counts.indicators());
    for (Achiever achiever : achievers) {
      indicators.replaceAll(count -> count.id().equals(achiever.indicator()) ? achiever.in(count) : count);
    }
    return new PracticeCounts(counts.practice(), counts.listSize(), counts.listSizeStated(), counts.registers(),
        indicators, counts.sizes(), counts.classes(), counts.place());
  }

  private IndicatorCount in(IndicatorCount count) {
    return new IndicatorCount(count.id(), count.population(), count.fraction().map(this::in));
  }

  private Fraction in(Fraction fraction) {
    long more = rejected.isPresent() ? 1 : 0;
    return new Fraction(fraction.denominator() + more, fraction.numerator() + 1,
        rejected.map(r -> without(fraction.rejected(), r)).orElse(fraction.rejected()));
  }

  private static List<Rejected> without(List<Rejected> all, Rejected one) {
    return all.stream()
        .map(r -> r.rule() == one.rule() && r.reason().equals(one.reason())
            ? new Rejected(r.rule(), r.reason(), r.count() - 1) : r)
        .filter(r -> r.count() > 0)
        .toList();
  }
}
