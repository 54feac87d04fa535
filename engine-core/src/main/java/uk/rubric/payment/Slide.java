package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;

/**
 * Points between two thresholds (Statement of Financial Entitlements): with D the achievement, E the lower and F the
 * upper threshold and G the points, nothing when D is at most E, G when D is at least F, else (D - E) / (F - E) of G.
 */
final class Slide {
  private Slide() {}

  /**
   * The points of a row: all of them for a row without thresholds, none for an empty denominator; nothing when
   * thresholds meet an indicator that has no denominator.
   */
  static Optional<BigFraction> points(PointsRow row, IndicatorCount count) {
    BigFraction all = Exact.of(row.points());
    if (row.thresholds().isEmpty()) {
      return Optional.of(all);
    }
    return count.fraction().map(f -> all.multiply(share(f, row.thresholds().get())));
  }

  private static BigFraction share(Fraction fraction, Thresholds thresholds) {
    if (fraction.denominator() == 0) {
      return BigFraction.ZERO;
    }
    BigFraction lower = Exact.of(thresholds.lower());
    BigFraction range = Exact.of(thresholds.upper()).subtract(lower);
    return clamp(achievement(fraction).subtract(lower).divide(range));
  }

  /** Not below 0, not above 1. */
  static BigFraction clamp(BigFraction share) {
    return share.signum() <= 0 ? BigFraction.ZERO : share.compareTo(BigFraction.ONE) >= 0 ? BigFraction.ONE : share;
  }

  /** Numerator over denominator, which is not empty. */
  static BigFraction achievement(Fraction fraction) {
    return Exact.of(fraction.numerator(), fraction.denominator());
  }

  /**
   * The fewest of the denominator who, were they achievers too, would reach the threshold. Reaching the lower one
   * exactly earns nothing yet. Nothing for an empty denominator.
   */
  static OptionalLong patientsTo(BigDecimal threshold, Fraction fraction) {
    if (fraction.denominator() == 0) {
      return OptionalLong.empty();
    }
    BigFraction needed = Exact.of(threshold).multiply(Exact.of(fraction.denominator()));
    long achievers = Exact.round(needed, RoundingMode.CEILING).longValueExact();
    return OptionalLong.of(Math.max(0, achievers - fraction.numerator()));
  }
}
