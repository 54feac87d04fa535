package uk.rubric.payment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.Formula;
import uk.rubric.check.Stretch;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;

/**
 * What formulas read of the counts of one organisation and one part of the period. Counts that wait for evidence are
 * pending, and not nought.
 */
final class Counted {
  private final Books books;
  private final Org org;
  private final Stretch part;

  Counted(Books books, Org org, Stretch part) {
    this.books = books;
    this.org = org;
    this.part = part;
  }

  private Value read(Function<PracticeCounts, Optional<BigFraction>> count) {
    Value awaited = awaited();
    return awaited.isKnown() ? Value.ofComputed(books.counts(org, part).flatMap(count)) : awaited;
  }

  /** Pending when the patients could not be decided; else known. */
  Value awaited() {
    return books.counts(org, part)
        .filter(counts -> !counts.awaits().isEmpty())
        .map(counts -> Value.pending(counts.awaits()))
        .orElse(Value.NIL);
  }

  Value listSize(boolean weighted) {
    // A list size is the same for every part of the period, and for whatever days practices choose.
    Optional<PracticeCounts> counts = books.counts(org, books.terms().period());
    return Value.ofComputed(counts.flatMap(
        c -> weighted ? c.place().weightedList().map(Exact::of) : Optional.of(Exact.of(c.listSize()))));
  }

  Value size(PopulationId population) {
    return read(c -> Optional.ofNullable(c.sizes().get(population)).map(Exact::of));
  }

  Value size(PopulationId classification, String label) {
    ClassLabel wanted = new ClassLabel(classification, label);
    return read(c -> Optional.ofNullable(c.classes().get(wanted)).map(Exact::of));
  }

  /** What a row of points earns this year. */
  Value points(PointsRow row) {
    return read(c -> indicator(row.indicator()).flatMap(count -> Slide.points(row, count)));
  }

  Value achievement(String indicator) {
    return read(c -> fraction(indicator).filter(f -> f.denominator() > 0).map(Slide::achievement));
  }

  /** Whether an indicator has an empty denominator. */
  boolean isOfNobody(String indicator) {
    return fraction(indicator).map(f -> f.denominator() == 0).orElse(false);
  }

  Value count(Formula.CountOf formula) {
    return read(c -> fraction(formula.indicator()).map(f -> Exact.of(switch (formula.counted()) {
      case NUMERATOR -> f.numerator();
      case DENOMINATOR -> f.denominator();
      case PCAS -> f.pcas();
      case EXCLUSIONS -> f.exclusions();
    })));
  }

  private Optional<Fraction> fraction(String indicator) {
    return indicator(indicator).flatMap(IndicatorCount::fraction);
  }

  /** The counts of an indicator; a name that stands for two things stands for none. */
  Optional<IndicatorCount> indicator(String name) {
    return books.counts(org, part).flatMap(counts -> {
      List<IndicatorCount> found = counts.indicators().stream().filter(i -> i.id().equals(name)).toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    });
  }
}
