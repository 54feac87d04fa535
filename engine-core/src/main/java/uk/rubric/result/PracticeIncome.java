package uk.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Points and money of one practice, exact; a report rounds for display.
 *
 * @param indicators in the order of the report
 * @param measures what each measure came to, in the order of the service; empty when it cannot be computed, as for a list of
 *     nobody
 * @param payments in the order of the service
 * @param total of all payments; empty when one of them cannot be computed
 */
public record PracticeIncome(
    List<IndicatorIncome> indicators,
    List<Figure> measures,
    List<Figure> payments,
    Optional<BigDecimal> total) {
  public PracticeIncome {
    indicators = List.copyOf(indicators);
    measures = List.copyOf(measures);
    payments = List.copyOf(payments);
  }

  /**
   * Points and money of one indicator.
   *
   * @param points earned; empty for an indicator that no table of points names
   * @param available the most that can be earned
   * @param income its share of a payment; empty when none is shared by its points, or it cannot be computed
   * @param patientsToLower fewest further achievers that reach the lower threshold; empty without thresholds and for an
   *     empty denominator
   * @param patientsToUpper likewise for the upper one
   */
  public record IndicatorIncome(
      String id,
      Optional<BigFraction> points,
      Optional<BigDecimal> available,
      Optional<BigDecimal> income,
      OptionalLong patientsToLower,
      OptionalLong patientsToUpper) {}

  /** A named figure, after its declared rounding; empty when it cannot be computed. */
  public record Figure(String name, Optional<BigFraction> value) {}
}
