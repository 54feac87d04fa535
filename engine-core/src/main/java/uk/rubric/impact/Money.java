package uk.rubric.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.plan.Plan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ServiceNode.Level;

/** What one service pays for one ledger, summed in the ways of a report. A service without payments pays nothing. */
final class Money {
  private final CheckedService service;
  private final Incomes incomes;
  private final boolean isPartial;

  private Money(CheckedService service, Incomes incomes, boolean isPartial) {
    this.service = service;
    this.incomes = incomes;
    this.isPartial = isPartial;
  }

  static Money of(Plan plan, Ledger ledger) {
    Incomes incomes = plan.service().hasPayments()
        ? Payments.of(plan).incomes(ledger)
        : new Incomes(
            ledger.practices().stream().map(practice -> nothing()).toList(), List.of(), Optional.of(BigDecimal.ZERO));
    // Where some practice's patients could not be decided, a sum of the others would pass for all.
    boolean isPartial = ledger.practices().stream().anyMatch(practice -> !practice.awaits().isEmpty());
    return new Money(plan.service(), incomes, isPartial);
  }

  private static PracticeIncome nothing() {
    return new PracticeIncome(List.of(), List.of(), List.of(), Optional.of(BigDecimal.ZERO));
  }

  /** All that is paid, each pound once. */
  Optional<BigDecimal> whole() {
    return incomes.total();
  }

  /** To a practice, by its place. */
  Optional<BigDecimal> practice(int practice) {
    return incomes.practices().get(practice).total();
  }

  /** How many of a practice's payments wait for an answer. */
  long pending(int practice) {
    return incomes.practices().get(practice).pending();
  }

  List<GroupIncome> groups() {
    return incomes.groups();
  }

  /** To a PCN or ICB with all within it; nothing when the service has no figures of that level. */
  Optional<BigDecimal> group(Level level, String code) {
    Optional<GroupIncome> group =
        incomes.groups().stream().filter(g -> g.level() == level && g.code().equals(code)).findFirst();
    return group.isEmpty() ? Optional.of(BigDecimal.ZERO) : group.get().total();
  }

  /** Whether some payment is shared by the indicator's points. */
  boolean isPaid(String indicator) {
    return service.pointsTables().stream()
        .filter(table -> table.rows().stream().anyMatch(row -> row.indicator().equals(indicator)))
        .anyMatch(table ->
            service.pays().stream().map(Pay::sharedBy).anyMatch(Optional.of(table.name())::equals));
  }

  /** An indicator's shares, of all practices; nil when nothing is paid for it. */
  Optional<BigDecimal> income(String indicator) {
    return isPaid(indicator)
        ? Pounds.sum(indicators(indicator).map(IndicatorIncome::income).toList()).filter(sum -> !isPartial)
        : Optional.of(BigDecimal.ZERO);
  }

  /** An indicator's points, of all practices; empty without a table of points. */
  Optional<BigFraction> points(String indicator) {
    return isPartial ? Optional.empty() : sum(indicators(indicator).map(IndicatorIncome::points).toList());
  }

  /** The points that a practice earned; empty when none are offered. */
  Optional<BigFraction> points(int practice) {
    return sum(incomes.practices().get(practice).indicators().stream()
        .filter(indicator -> indicator.available().isPresent()).map(IndicatorIncome::points).toList());
  }

  /** The points that the contract offers for an indicator. */
  Optional<BigDecimal> available(String indicator) {
    return service.pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.indicator().equals(indicator))
        .map(CheckedService.PointsRow::points)
        .findFirst();
  }

  private Stream<IndicatorIncome> indicators(String id) {
    return incomes.practices().stream()
        .flatMap(practice -> practice.indicators().stream())
        .filter(indicator -> indicator.id().equals(id));
  }

  private static Optional<BigFraction> sum(List<Optional<BigFraction>> points) {
    return points.isEmpty()
        ? Optional.empty()
        : points.stream().reduce(Optional.of(BigFraction.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
  }

  /** All that is known to be paid under one name; empty when a part of it is not computable. */
  Optional<BigDecimal> payment(String name) {
    List<Figure> figures = new ArrayList<>();
    incomes.practices().forEach(practice -> figures.addAll(practice.payments()));
    incomes.groups().forEach(group -> figures.addAll(group.payments()));
    List<Figure> named = figures.stream().filter(figure -> figure.name().equals(name)).toList();
    if (named.stream().anyMatch(figure -> figure.state() == State.NOT_COMPUTABLE)) {
      return Optional.empty();
    }
    BigFraction sum =
        named.stream().flatMap(figure -> figure.value().stream()).reduce(BigFraction.ZERO, BigFraction::add);
    // Payments are rounded to a decimal step, so that their sum is one.
    return Optional.of(new BigDecimal(sum.getNumerator()).divide(new BigDecimal(sum.getDenominator())));
  }
}
