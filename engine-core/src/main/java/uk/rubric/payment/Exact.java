package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Between decimals, whole numbers and exact fractions. */
final class Exact {
  private Exact() {}

  static BigFraction of(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return BigFraction.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  static BigFraction of(long value) {
    return BigFraction.of(value);
  }

  /** The quotient of two whole numbers; {@code denominator} is not 0. */
  static BigFraction of(long numerator, long denominator) {
    return BigFraction.of(numerator, denominator);
  }

  /** To a whole number. */
  static BigInteger round(BigFraction value, RoundingMode mode) {
    return value.bigDecimalValue(0, mode).toBigIntegerExact();
  }
}
