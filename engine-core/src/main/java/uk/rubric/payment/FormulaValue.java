package uk.rubric.payment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.Formula;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.IndicatorCount;

/**
 * What a formula comes to for one practice: exact, or nothing when any part of it is not defined. Nothing is never
 * taken for 0.
 */
final class FormulaValue implements Formula.Visitor<Optional<BigFraction>> {
  private final CheckedService service;
  private final LocalDate periodEnd;
  private final PracticeCounts counts;
  private final Map<String, Optional<BigFraction>> measures = new HashMap<>();

  FormulaValue(CheckedService service, LocalDate periodEnd, PracticeCounts counts) {
    this.service = service;
    this.periodEnd = periodEnd;
    this.counts = counts;
  }

  Optional<BigFraction> of(Formula formula) {
    return formula.accept(this);
  }

  /** Fixes a measure for the formulas after it. */
  void define(String measure, Optional<BigFraction> value) {
    measures.put(measure, value);
  }

  /** The points that a row earned. */
  Optional<BigFraction> points(PointsRow row) {
    return indicator(row.indicator()).flatMap(count -> Slide.points(row, count));
  }

  @Override
  public Optional<BigFraction> constant(Formula.Constant formula) {
    return Optional.of(Exact.of(formula.value()));
  }

  @Override
  public Optional<BigFraction> parameter(Formula.Parameter formula) {
    return one(service.parameters().stream().filter(p -> p.name().equals(formula.name())).toList())
        .flatMap(p -> p.on(periodEnd))
        .map(v -> Exact.of(v.value()));
  }

  @Override
  public Optional<BigFraction> measure(Formula.Measure formula) {
    return measures.getOrDefault(formula.name(), Optional.empty());
  }

  @Override
  public Optional<BigFraction> listSize(Formula.ListSize formula) {
    return Optional.of(Exact.of(counts.listSize()));
  }

  @Override
  public Optional<BigFraction> sizeOf(Formula.SizeOf formula) {
    return Optional.ofNullable(counts.sizes().get(formula.population())).map(Exact::of);
  }

  @Override
  public Optional<BigFraction> pointsOf(Formula.PointsOf formula) {
    return one(service.pointsTables().stream().filter(t -> t.name().equals(formula.table())).toList())
        .flatMap(table -> sum(table.rows()));
  }

  private Optional<BigFraction> sum(List<PointsRow> rows) {
    return rows.stream().map(this::points).reduce(Optional.of(BigFraction.ZERO), FormulaValue::add);
  }

  private static Optional<BigFraction> add(Optional<BigFraction> left, Optional<BigFraction> right) {
    return left.flatMap(l -> right.map(l::add));
  }

  @Override
  public Optional<BigFraction> achievementOf(Formula.AchievementOf formula) {
    return indicator(formula.indicator())
        .flatMap(IndicatorCount::fraction)
        .filter(f -> f.denominator() > 0)
        .map(Slide::achievement);
  }

  private Optional<IndicatorCount> indicator(String name) {
    return one(counts.indicators().stream().filter(i -> i.id().equals(name)).toList());
  }

  @Override
  public Optional<BigFraction> binary(Formula.Binary formula) {
    return of(formula.left()).flatMap(l -> of(formula.right()).flatMap(r -> apply(l, formula.operator(), r)));
  }

  private static Optional<BigFraction> apply(BigFraction left, char operator, BigFraction right) {
    return switch (operator) {
      case '+' -> Optional.of(left.add(right));
      case '-' -> Optional.of(left.subtract(right));
      case '*' -> Optional.of(left.multiply(right));
      case '/' -> right.signum() == 0 ? Optional.empty() : Optional.of(left.divide(right));
      default -> throw new IllegalStateException("no such operator: " + operator);
    };
  }

  /** A name that stands for two things stands for none. */
  private static <T> Optional<T> one(List<T> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
