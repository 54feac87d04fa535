package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.Stretch;
import uk.rubric.payment.Gain.Nothing;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What further achievers would add: all payments to the practice are reckoned again with the counts changed, so that
 * indicators which share a payment or a threshold are in it together. Months and quarters that have ended before the
 * achievement date stay as they are. Not thread-safe.
 */
public final class Gains {
  private final Books books;
  private final Dependencies dependencies;

  Gains(Books books, Dependencies dependencies) {
    this.books = books;
    this.dependencies = dependencies;
  }

  /**
   * What some achievers add together.
   *
   * @param from the counts of a practice of the ledger, or these with other achievers
   * @param achievers at least one
   */
  public Gain of(PracticeCounts from, List<Achiever> achievers) {
    Set<String> changed = new HashSet<>();
    achievers.forEach(a -> changed.addAll(dependencies.of(a.indicator())));
    Set<String> stale = new HashSet<>(changed);
    others(from).forEach(indicator -> stale.addAll(dependencies.of(indicator)));
    Books before = books.withEnding(from, stale);
    Books after = books.withEnding(Achiever.in(from, achievers), stale);
    Org practice = Org.practice(from.practice());
    List<Pay> pays = books.service().pays().stream()
        .filter(pay -> changed.contains(pay.name()) && pay.each().level() == Level.PRACTICE)
        .toList();
    Optional<BigDecimal> pounds =
        pays.isEmpty() ? Optional.empty() : pounds(before, after, practice, pays).known().map(Rounded::decimal);
    Points points = points(before, after, practice, achievers);
    return new Gain(pounds, points.gained(), pounds.filter(p -> p.signum() != 0).isPresent()
        ? Optional.empty() : Optional.of(pays.isEmpty() ? Nothing.NOT_PAID : nothing(pounds, points)));
  }

  /** The indicators in which these counts are not those of the ledger. */
  private List<String> others(PracticeCounts from) {
    Optional<PracticeCounts> own = books.counts(Org.practice(from.practice()), books.terms().period());
    return from.indicators().stream()
        .filter(count -> !own.map(counts -> counts.indicators().contains(count)).orElse(false))
        .map(IndicatorCount::id)
        .toList();
  }

  private static Nothing nothing(Optional<BigDecimal> pounds, Points points) {
    if (pounds.isEmpty()) {
      return Nothing.NOT_KNOWN;
    }
    return points.isNoneYet() ? Nothing.BELOW_LOWER : points.isAll() ? Nothing.ABOVE_UPPER : Nothing.NO_CHANGE;
  }

  private Value pounds(Books before, Books after, Org practice, List<Pay> pays) {
    Value sum = Value.NIL;
    boolean due = false;
    for (Pay pay : pays) {
      for (Stretch part : books.terms().parts(pay.each().every())) {
        Value was = before.payment(pay, practice, part);
        // What is not due, or waits for an answer, is no part of any total yet.
        if (was.isKnown() || was.state() == State.NOT_COMPUTABLE) {
          due = true;
          sum = sum.plus(after.payment(pay, practice, part).join(was, (b, a) -> b.subtract(a)));
        }
      }
    }
    return due ? sum : Value.NOT_YET;
  }

  /** The points of some rows before and after, and the most that they could come to. */
  private record Points(boolean any, Value before, Value after, BigFraction most) {
    Optional<BigFraction> gained() {
      return any ? after.join(before, BigFraction::subtract).known() : Optional.empty();
    }

    boolean isNoneYet() {
      return any && after.isKnown() && after.number().signum() == 0;
    }

    boolean isAll() {
      return any && before.isKnown() && before.number().compareTo(most) == 0;
    }
  }

  private Points points(Books before, Books after, Org practice, List<Achiever> achievers) {
    Reckoner was = new Reckoner(before, practice, books.terms().period());
    Reckoner would = new Reckoner(after, practice, books.terms().period());
    Set<String> indicators = new HashSet<>();
    achievers.forEach(a -> indicators.add(a.indicator()));
    List<PointsRow> rows = books.service().pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> indicators.contains(row.indicator()))
        .toList();
    return new Points(!rows.isEmpty(), rows.stream().map(was::points).reduce(Value.NIL, Value::plus),
        rows.stream().map(would::points).reduce(Value.NIL, Value::plus),
        rows.stream().map(row -> Exact.of(row.points())).reduce(BigFraction.ZERO, BigFraction::add));
  }
}
