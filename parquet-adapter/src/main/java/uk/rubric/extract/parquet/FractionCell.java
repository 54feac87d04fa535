package uk.rubric.extract.parquet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;
import org.apache.parquet.column.Dictionary;

/**
 * Binary fractions, as the shortest decimal that gives the value back, without an exponent: a value of 7.1 that was
 * stored is 7.1 again. What lies so far out that not even each whole number has a value of its own keeps an exponent,
 * and so is no number of an extract, as is what is none.
 */
class FractionCell extends Cell {
  static final double DOUBLE_WHOLE = 0x1p53;
  static final float FLOAT_WHOLE = 0x1p24f;
  private static final int MOST_DIGITS = 17;
  private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  FractionCell(Line line) {
    super(line);
  }

  @Override
  public void addDouble(double value) {
    if (!(Math.abs(value) < DOUBLE_WHOLE)) {
      line.put(Double.toString(value));
    } else if (!isShort(value)) {
      BigDecimal exact = new BigDecimal(value);
      write(exact, digits -> digits.doubleValue() == value);
    }
  }

  /** Writes what has few places: the quotient of two whole numbers that doubles hold is the nearest double to it. */
  private boolean isShort(double value) {
    for (int places = 0; places < TENS.length; places++) {
      double scaled = Math.rint(value * TENS[places]);
      if (Math.abs(scaled) < DOUBLE_WHOLE && scaled / TENS[places] == value) {
        line.put(BigDecimal.valueOf((long) scaled, places).toPlainString());
        return true;
      }
    }
    return false;
  }

  @Override
  public void addFloat(float value) {
    if (Math.abs(value) < FLOAT_WHOLE) {
      write(new BigDecimal(value), digits -> digits.floatValue() == value);
    } else {
      line.put(Float.toString(value));
    }
  }

  private void write(BigDecimal exact, Predicate<BigDecimal> isBack) {
    int digits = 1;
    BigDecimal rounded = exact.round(new MathContext(digits));
    while (digits < MOST_DIGITS && !isBack.test(rounded)) {
      digits++;
      rounded = exact.round(new MathContext(digits));
    }
    line.put(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  @Override
  void add(Dictionary values, int id) {
    Numbers.add(values, id, this);
  }
}
