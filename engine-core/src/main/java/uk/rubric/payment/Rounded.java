package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.syntax.ServiceNode.RoundingKind;

/** A figure after a declared rounding: a whole number of steps. */
record Rounded(BigInteger steps, BigDecimal step) {
  private static final int PENCE = 2;

  /** The nearest multiple of the rounding's step, in its way. */
  static Rounded of(BigFraction value, Rounding rounding) {
    BigFraction steps = value.divide(Exact.of(rounding.step()));
    return new Rounded(Exact.round(steps, mode(rounding.kind())), rounding.step());
  }

  /** {@code up} is away from zero and {@code down} towards it. */
  private static RoundingMode mode(RoundingKind kind) {
    return switch (kind) {
      case HALF_UP -> RoundingMode.HALF_UP;
      case HALF_EVEN -> RoundingMode.HALF_EVEN;
      case UP -> RoundingMode.UP;
      case DOWN -> RoundingMode.DOWN;
    };
  }

  BigDecimal amount() {
    return amount(steps);
  }

  BigFraction value() {
    return Exact.of(amount());
  }

  /** What some of the steps come to. */
  BigDecimal amount(BigInteger someSteps) {
    return new BigDecimal(someSteps).multiply(step);
  }

  /** A fraction that is a sum of such figures, and so has an end as a decimal; two places at least. */
  static BigDecimal decimal(BigFraction value) {
    BigDecimal numerator = new BigDecimal(value.getNumerator());
    BigDecimal exact = numerator.divide(new BigDecimal(value.getDenominator()));
    return exact.scale() < PENCE ? exact.setScale(PENCE) : exact;
  }
}
