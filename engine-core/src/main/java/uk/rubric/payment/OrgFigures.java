package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.Formula;
import uk.rubric.check.Stretch;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What the measures and payments of each organisation come to, and payments together, each pound once: a share of a
 * payment to an organisation above is no second pound beside that payment.
 */
final class OrgFigures {
  private static final List<Level> LEVELS = List.of(Level.PRACTICE, Level.PCN, Level.ICB);

  private final Books books;

  OrgFigures(Books books) {
    this.books = books;
  }

  /** In the order of the service, each part of the period by itself. */
  List<Figure> measures(Org org) {
    return measures(org, name -> true);
  }

  /** Those of some names alone. */
  List<Figure> measures(Org org, Predicate<String> wanted) {
    List<Figure> figures = new ArrayList<>();
    for (Measure measure : service().measures().stream().filter(m -> wanted.test(m.name())).toList()) {
      parts(measure.each(), org).forEach(
          part -> figures.add(figure(measure.name(), measure.each(), part, books.measure(measure, org, part))));
    }
    return figures;
  }

  /** Likewise; those that are for organisations of this level. */
  List<Figure> payments(Org org) {
    return payments(org, name -> true);
  }

  /** Those of some names alone. */
  List<Figure> payments(Org org, Predicate<String> wanted) {
    List<Figure> figures = new ArrayList<>();
    for (Pay pay : service().pays().stream().filter(p -> wanted.test(p.name())).toList()) {
      parts(pay.each(), org).forEach(
          part -> figures.add(figure(pay.name(), pay.each(), part, books.payment(pay, org, part))));
    }
    return figures;
  }

  private CheckedService service() {
    return books.service();
  }

  /** The parts of the period for which a figure is; none when it is for organisations of another level. */
  private List<Stretch> parts(Each each, Org org) {
    return each.level() == org.level() ? books.terms().parts(each.every()) : List.of();
  }

  private static Figure figure(String name, Each each, Stretch part, Value value) {
    Optional<Stretch> shown = each.every() == Every.YEAR ? Optional.empty() : Optional.of(part);
    return new Figure(name, shown, value.known(), value.state(), value.awaits());
  }

  /** Of an organisation's own payments and those of all within it; empty when one never will be known. */
  Optional<BigDecimal> total(Org org) {
    return sum(LEVELS.stream()
        .filter(level -> level.compareTo(org.level()) <= 0)
        .flatMap(level -> books.orgs().within(org, level).stream())
        .flatMap(each -> payments(each).stream().filter(figure -> !isCountedAbove(each, figure, org.level()))));
  }

  /** Of all payments to all organisations, likewise. */
  Optional<BigDecimal> total() {
    return sum(LEVELS.stream()
        .flatMap(level -> books.orgs().all(level).stream())
        .flatMap(each -> payments(each).stream().filter(figure -> !isCountedAbove(each, figure, Level.ICB))));
  }

  /** Whether a payment is a share of one to the organisation above, at that level at most. */
  private boolean isCountedAbove(Org org, Figure payment, Level atMost) {
    return whole(payment.name())
        .map(whole -> whole.each().level())
        .filter(level -> level.compareTo(atMost) <= 0)
        .flatMap(level -> books.orgs().above(org, level))
        .isPresent();
  }

  private Optional<Pay> whole(String pay) {
    return service().pay(pay)
        .map(Pay::formula)
        .filter(formula -> formula instanceof Formula.ShareOf share && share.whole() instanceof Formula.Payment)
        .map(formula -> (Formula.Payment) ((Formula.ShareOf) formula).whole())
        .flatMap(whole -> service().pay(whole.name()));
  }

  private static Optional<BigDecimal> sum(Stream<Figure> payments) {
    List<Figure> all = payments.toList();
    if (all.stream().anyMatch(p -> p.state() == State.NOT_COMPUTABLE)) {
      return Optional.empty();
    }
    BigFraction sum = all.stream().flatMap(p -> p.value().stream()).reduce(BigFraction.ZERO, BigFraction::add);
    return Optional.of(Rounded.decimal(sum));
  }
}
