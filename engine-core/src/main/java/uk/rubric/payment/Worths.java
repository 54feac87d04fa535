package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.Stretch;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeIncome.Worth;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What further achievers of an indicator would add to a practice's payments: the payments are reckoned again with other
 * counts, so that thresholds, caps, roundings and the better of two routes are all in it.
 */
final class Worths {
  private final Books books;
  private final Dependencies dependencies;

  Worths(Books books, Dependencies dependencies) {
    this.books = books;
    this.dependencies = dependencies;
  }

  /** Empty when no payment depends on the indicator, or what does is not known. */
  Optional<Worth> of(PracticeCounts counts, String indicator) {
    Set<String> changed = dependencies.of(indicator);
    List<Pay> pays = books.service().pays().stream()
        .filter(pay -> changed.contains(pay.name()) && pay.each().level() == Level.PRACTICE)
        .toList();
    Optional<Fraction> fraction = counts.indicators().stream()
        .filter(i -> i.id().equals(indicator)).findFirst().flatMap(IndicatorCount::fraction);
    if (pays.isEmpty() || fraction.isEmpty()) {
      return Optional.empty();
    }
    long left = fraction.get().denominator() - fraction.get().numerator();
    Optional<BigDecimal> all = added(counts, indicator, left, pays, changed);
    Optional<BigDecimal> next = left == 0 ? Optional.empty() : added(counts, indicator, 1, pays, changed);
    return all.filter(a -> left == 0 || next.isPresent()).map(a -> new Worth(next, a));
  }

  private Optional<BigDecimal> added(
      PracticeCounts counts, String indicator, long achievers, List<Pay> pays, Set<String> changed) {
    Books other = books.with(more(counts, indicator, achievers), changed);
    Org practice = Org.practice(counts.practice());
    Value sum = Value.NIL;
    for (Pay pay : pays) {
      for (Stretch part : books.terms().parts(pay.each().every())) {
        Value before = books.payment(pay, practice, part);
        // What is not due, or waits for an answer, is no part of any total yet.
        if (before.isKnown() || before.state() == uk.rubric.result.PracticeIncome.State.NOT_COMPUTABLE) {
          sum = sum.plus(other.payment(pay, practice, part).join(before, (b, a) -> b.subtract(a)));
        }
      }
    }
    return sum.known().map(Rounded::decimal);
  }

  /** The same counts with more achievers in one indicator. */
  private static PracticeCounts more(PracticeCounts counts, String indicator, long achievers) {
    List<IndicatorCount> indicators = new ArrayList<>();
    for (IndicatorCount count : counts.indicators()) {
      indicators.add(count.id().equals(indicator)
          ? new IndicatorCount(count.id(), count.population(), count.fraction().map(f ->
              new Fraction(f.denominator(), f.numerator() + achievers, f.rejected())))
          : count);
    }
    return new PracticeCounts(counts.practice(), counts.listSize(), counts.listSizeStated(), counts.registers(),
        indicators, counts.sizes(), counts.classes(), counts.place());
  }
}
