package uk.rubric.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.Formula;
import uk.rubric.result.PracticeCounts.Fraction;

/** Figures as they are shown: rounded half up, here and nowhere else. */
final class Display {
  private static final int MONEY_PLACES = 2;
  private static final int POINTS_PLACES = 4;
  private static final int PERCENT_PLACES = 4;
  private static final int FACTOR_PLACES = 10;

  private Display() {}

  static String money(BigDecimal pounds) {
    return pounds.setScale(MONEY_PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  /** Pounds as people read them: {@code 12,345.67}. */
  static String groupedMoney(BigDecimal pounds) {
    return String.format(Locale.ROOT, "%,.2f", pounds.setScale(MONEY_PLACES, RoundingMode.HALF_UP));
  }

  static String groupedMoney(BigFraction pounds) {
    return groupedMoney(pounds.bigDecimalValue(MONEY_PLACES, RoundingMode.HALF_UP));
  }

  /** A count as people read it: {@code 12,345}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String points(BigFraction points) {
    return points.bigDecimalValue(POINTS_PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  static String points(BigDecimal points) {
    return points.setScale(POINTS_PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  /** A part of a whole in percent; nothing when the whole is 0. */
  static Optional<String> percent(long part, long whole) {
    return whole == 0 ? Optional.empty() : Optional.of(decimal(BigFraction.of(part, whole).multiply(100)));
  }

  private static String decimal(BigFraction percent) {
    return percent.bigDecimalValue(PERCENT_PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  static Optional<String> achievement(Fraction fraction) {
    return percent(fraction.numerator(), fraction.denominator());
  }

  /** A figure of that kind: pounds with pennies, anything else with ten decimals at most. */
  static String figure(BigFraction value, Formula.Kind kind) {
    if (kind == Formula.Kind.MONEY) {
      return value.bigDecimalValue(MONEY_PLACES, RoundingMode.HALF_UP).toPlainString();
    }
    return plain(value.bigDecimalValue(FACTOR_PLACES, RoundingMode.HALF_UP));
  }

  /** The value of a parameter, as exact as it was written. */
  static String parameter(BigDecimal value, Formula.Kind kind) {
    return kind == Formula.Kind.MONEY && value.scale() <= MONEY_PLACES ? money(value) : plain(value);
  }

  /** A text of the extract without characters that could move a terminal's cursor. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Without zeros at the end. */
  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
