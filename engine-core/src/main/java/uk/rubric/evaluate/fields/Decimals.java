package uk.rubric.evaluate.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Values as longs, so that nearly all are compared as such, and every one exactly. A value that is a whole number of
 * millionths, of at most 13 digits before the point, is that number. Any other is kept here, and its long is above all
 * of those and says where. For one patient and one thread.
 */
final class Decimals {
  /** Stands for a value that is not recorded. */
  static final long MISSING = Long.MIN_VALUE;

  private static final int PLACES = 6;

  /** Millionths lie strictly between this and its negative; from here on a long says where a value is kept. */
  private static final long KEPT = 1L << 62;

  /** For each number of decimal places, what makes millionths of it, and the most for which they fit. */
  private static final long[] TENS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

  private static final long[] MOST = LongStream.of(TENS).map(tens -> (KEPT - 1) / tens).toArray();

  private final List<BigDecimal> kept = new ArrayList<>(0);

  /** Forgets the values of the patient before. */
  void clear() {
    if (!kept.isEmpty()) {
      kept.clear();
    }
  }

  /** The long of {@code unscaled × 10^-scale}. */
  long of(long unscaled, int scale) {
    if (scale >= 0 && scale <= PLACES && unscaled <= MOST[scale] && unscaled >= -MOST[scale]) {
      return unscaled * TENS[scale];
    }
    return of(BigDecimal.valueOf(unscaled, scale));
  }

  long of(BigDecimal value) {
    long millionths = millionths(value);
    return millionths == MISSING ? keep(value) : millionths;
  }

  /** A value as millionths, or {@link #MISSING} when it is none that fits. */
  static long millionths(BigDecimal value) {
    try {
      long found = value.movePointRight(PLACES).longValueExact();
      return Math.abs(found) < KEPT ? found : MISSING;
    } catch (ArithmeticException hasFractionsOfMillionths) {
      return MISSING;
    }
  }

  private long keep(BigDecimal value) {
    kept.add(value);
    return KEPT + kept.size() - 1;
  }

  /** The value of a long other than {@link #MISSING}. */
  BigDecimal decimal(long value) {
    return value >= KEPT ? kept.get((int) (value - KEPT)) : BigDecimal.valueOf(value, PLACES);
  }

  /** How two values compare, neither of them {@link #MISSING}. */
  int compare(long one, long other) {
    return one < KEPT && other < KEPT ? Long.compare(one, other) : decimal(one).compareTo(decimal(other));
  }
}
