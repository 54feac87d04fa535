package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.Formula;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Figures of the year before, of one organisation, by the names that results in CSV give them. What the history does not
 * hold is awaited: it is known somewhere, and it is not nil.
 */
final class Before {
  private final Books books;
  private final Org org;

  Before(Books books, Org org) {
    this.books = books;
    this.org = org;
  }

  /** A figure that the checker let {@code previous of} ask for. */
  Value of(Formula figure) {
    if (figure instanceof Formula.Measure measure) {
      return at(books.service().measure(measure.name()).orElseThrow().each().level(), measure.name(), "measure");
    }
    if (figure instanceof Formula.Payment pay) {
      return at(books.service().pay(pay.name()).orElseThrow().each().level(), pay.name(), "payment");
    }
    if (figure instanceof Formula.SizeOf size) {
      return counted(size.population().name(), "count");
    }
    if (figure instanceof Formula.CountOf count) {
      return counted(count.indicator(), count.counted().name().toLowerCase(Locale.ROOT));
    }
    if (figure instanceof Formula.PointsOfIndicator points) {
      return points(points.indicator());
    }
    if (figure instanceof Formula.PointsOf table) {
      return books.service().pointsTables().stream()
          .filter(t -> t.name().equals(table.table()))
          .flatMap(t -> t.rows().stream())
          .map(PointsRow::indicator)
          .map(this::points)
          .reduce(Value.NIL, Value::plus);
    }
    return achievement(((Formula.AchievementOf) figure).indicator());
  }

  Value points(String indicator) {
    return counted(indicator, "points");
  }

  private Value achievement(String indicator) {
    Value denominator = counted(indicator, "denominator");
    return denominator.isKnown() && denominator.number().signum() == 0
        ? Value.NOT_COMPUTABLE
        : counted(indicator, "numerator").join(denominator, BigFraction::divide);
  }

  /** Of an organisation above a practice the sum over its practices. */
  private Value counted(String output, String measure) {
    List<Org> practices = org.level() == Level.PRACTICE ? List.of(org) : books.orgs().practices(org);
    return practices.stream()
        .map(practice -> find(practice, output, measure))
        .reduce(Value::plus)
        .orElse(Value.NOT_COMPUTABLE);
  }

  private Value at(Level level, String output, String measure) {
    Optional<Org> above = books.orgs().above(org, level);
    return above.map(o -> find(o, output, measure)).orElse(Value.NOT_COMPUTABLE);
  }

  private Value find(Org whose, String output, String measure) {
    int year = books.terms().period().start().getYear() - 1;
    Optional<BigDecimal> found = books.history().find(whose.code(), year, output, measure);
    return found.map(Exact::of).map(Value::of)
        .orElseGet(() -> Value.pending("previous " + measure + " of " + output));
  }
}
