package uk.rubric.payment;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.Formula;
import uk.rubric.evidence.PastFigure;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Figures of the year before, of one organisation, by the names that results in CSV give them. What the history does
 * not hold is awaited: it is known somewhere, and it is not nil.
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
    List<Value> values = PastFigure.of(figure, books.service()).stream().map(this::value).toList();
    return figure instanceof Formula.AchievementOf
        ? achievement(values.get(0), values.get(1))
        : values.stream().reduce(Value::plus).orElse(Value.NIL);
  }

  Value points(String indicator) {
    return value(PastFigure.points(indicator));
  }

  private static Value achievement(Value denominator, Value numerator) {
    return denominator.isKnown() && denominator.number().signum() == 0
        ? Value.NOT_COMPUTABLE
        : numerator.join(denominator, BigFraction::divide);
  }

  private Value value(PastFigure figure) {
    return figure.level().isPresent() ? at(figure.level().get(), figure) : counted(figure);
  }

  /** Of an organisation above a practice the sum over its practices. */
  private Value counted(PastFigure figure) {
    List<Org> practices = org.level() == Level.PRACTICE ? List.of(org) : books.orgs().practices(org);
    return practices.stream()
        .map(practice -> find(practice, figure))
        .reduce(Value::plus)
        .orElse(Value.NOT_COMPUTABLE);
  }

  private Value at(Level level, PastFigure figure) {
    Optional<Org> above = books.orgs().above(org, level);
    return above.map(o -> find(o, figure)).orElse(Value.NOT_COMPUTABLE);
  }

  private Value find(Org whose, PastFigure figure) {
    int year = books.terms().period().start().getYear() - 1;
    return books.history().find(whose.code(), year, figure.output(), figure.measure())
        .map(Exact::of).map(Value::of)
        .orElseGet(() -> Value.pending("previous " + figure.measure() + " of " + figure.output()));
  }
}
