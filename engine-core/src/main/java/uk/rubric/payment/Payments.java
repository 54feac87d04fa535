package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;

/**
 * Counts of a practice to points and money. All arithmetic is exact; a figure is rounded only where the service says so
 * (language, meaning 9). What cannot be computed, such as a share of a list of nobody, is empty, and with it all that
 * depends on it.
 *
 * <p>Immutable and thread-safe.
 */
public final class Payments {
  private final CheckedService service;
  private final LocalDate periodEnd;

  /**
   * @param service each of its indicators stands in one table of points
   * @param periodEnd PPED: where parameters are looked up
   */
  public Payments(CheckedService service, LocalDate periodEnd) {
    this.service = service;
    this.periodEnd = periodEnd;
  }

  /** The payments of a plan's service at its PPED. */
  public static Payments of(Plan plan) {
    return new Payments(plan.service(), plan.periodEnd());
  }

  /** Points, measures and payments for the counts of one practice. */
  public PracticeIncome income(PracticeCounts counts) {
    FormulaValue values = new FormulaValue(service, periodEnd, counts);
    List<Figure> measures = service.measures().stream().map(m -> measure(m, values)).toList();
    List<Figure> payments = new ArrayList<>();
    Map<String, Optional<BigDecimal>> incomes = new HashMap<>();
    Optional<BigDecimal> total = Optional.of(BigDecimal.ZERO);
    for (Pay pay : service.pays()) {
      Optional<Rounded> amount = values.of(pay.formula()).map(v -> Rounded.of(v, pay.rounding()));
      payments.add(new Figure(pay.name(), amount.map(Rounded::value)));
      pay.sharedBy().ifPresent(table -> share(amount, rows(table), values, incomes));
      total = add(total, amount.map(Rounded::amount));
    }
    List<IndicatorIncome> indicators =
        counts.indicators().stream().map(count -> indicator(count, values, incomes)).toList();
    return new PracticeIncome(indicators, measures, payments, total);
  }

  private static Figure measure(Measure measure, FormulaValue values) {
    Optional<BigFraction> exact = values.of(measure.formula());
    Optional<BigFraction> value =
        measure.rounding().map(rounding -> exact.map(v -> Rounded.of(v, rounding).value())).orElse(exact);
    values.define(measure.name(), value);
    return new Figure(measure.name(), value);
  }

  private List<PointsRow> rows(String table) {
    return service.pointsTables().stream()
        .filter(t -> t.name().equals(table))
        .map(PointsTable::rows)
        .findFirst()
        .orElseThrow();
  }

  /** Adds each row's part of an amount to the incomes; a part that cannot be computed leaves its income empty. */
  private static void share(
      Optional<Rounded> amount,
      List<PointsRow> rows,
      FormulaValue values,
      Map<String, Optional<BigDecimal>> incomes) {
    List<BigFraction> points = rows.stream().flatMap(row -> values.points(row).stream()).toList();
    Optional<List<BigInteger>> shares =
        points.size() < rows.size() ? Optional.empty() : amount.flatMap(a -> Shares.of(a.steps(), points));
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      Optional<BigDecimal> share = shares.map(s -> amount.get().amount(s.get(row)));
      incomes.merge(rows.get(row).indicator(), share, Payments::add);
    }
  }

  private static Optional<BigDecimal> add(Optional<BigDecimal> left, Optional<BigDecimal> right) {
    return left.flatMap(l -> right.map(l::add));
  }

  private IndicatorIncome indicator(
      IndicatorCount count, FormulaValue values, Map<String, Optional<BigDecimal>> incomes) {
    Optional<PointsRow> row = row(count.id());
    Optional<Thresholds> thresholds = row.flatMap(PointsRow::thresholds);
    return new IndicatorIncome(
        count.id(),
        row.flatMap(values::points),
        row.map(PointsRow::points),
        incomes.getOrDefault(count.id(), Optional.empty()),
        patientsTo(thresholds.map(Thresholds::lower), count.fraction()),
        patientsTo(thresholds.map(Thresholds::upper), count.fraction()));
  }

  private Optional<PointsRow> row(String indicator) {
    return service.pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.indicator().equals(indicator))
        .findFirst();
  }

  private static OptionalLong patientsTo(Optional<BigDecimal> threshold, Optional<Fraction> fraction) {
    return threshold.isPresent() && fraction.isPresent()
        ? Slide.patientsTo(threshold.get(), fraction.get())
        : OptionalLong.empty();
  }
}
