package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A decimal number as it is read: {@code 48}, {@code -7.50}. No exponent and no separators: {@code 1,234} and
 * {@code 1e3} each have more than one reading. Filled anew by each reading; for one thread.
 */
final class Decimal {
  private static final Pattern FORM = Pattern.compile("[-+]?(?:[0-9]{1,18}(?:\\.[0-9]{1,18})?|\\.[0-9]{1,18})");
  private static final int MOST_DIGITS = 18;

  private boolean present;
  private long unscaled;
  private int scale;
  private BigDecimal large;

  /** Whether there is a number at all. */
  boolean isPresent() {
    return present;
  }

  /** Takes the place of a blank cell. */
  void clear() {
    present = false;
    large = null;
  }

  /** Takes over a number of at most 18 digits. */
  void set(long digits, int places) {
    present = true;
    large = null;
    unscaled = digits;
    scale = places;
  }

  /** Takes over a number of any size. */
  void set(BigDecimal number) {
    present = true;
    large = number;
  }

  /** Reads a cell that is not blank, and answers whether it has the form. */
  boolean read(byte[] bytes, int from, int to) {
    large = null;
    int at = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
    int point = -1;
    long digits = 0;
    int start = at;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        return fail();
      }
    }
    int count = to - start - (point < 0 ? 0 : 1);
    if (count < 1 || point == to - 1) {
      return fail();
    }
    if (count > MOST_DIGITS) {
      return readLarge(bytes, from, to);
    }
    present = true;
    unscaled = bytes[from] == '-' ? -digits : digits;
    scale = point < 0 ? 0 : to - point - 1;
    return true;
  }

  private boolean fail() {
    present = false;
    return false;
  }

  // More digits than a long surely holds: rare enough for the slow way.
  private boolean readLarge(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    present = FORM.matcher(text).matches();
    large = present ? new BigDecimal(text) : null;
    return present;
  }

  /** Whether it is in {@link #large} alone. */
  boolean isLarge() {
    return large != null;
  }

  long unscaled() {
    return unscaled;
  }

  int scale() {
    return scale;
  }

  BigDecimal large() {
    return large;
  }
}
