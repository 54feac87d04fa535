package uk.rubric.value;

import java.util.Optional;

/**
 * The identifier of a SNOMED CT concept or reference set: 6 to 18 digits, no leading zero, a concept partition, the
 * length that the partition asks for, and a right Verhoeff check digit. One check alone is not enough: a spreadsheet
 * that keeps 15 digits can leave a number whose check digit happens to fit.
 *
 * @param value fits in 63 bits
 */
public record SctId(long value) {
  private static final int[][] PRODUCT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] PERMUTATION = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };
  private static final int[] INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};

  public SctId {
    if (!isValid(Long.toString(value))) {
      throw new IllegalArgumentException("not the identifier of a SNOMED CT concept");
    }
  }

  /** The identifier written in {@code text}, or nothing when it is not one in full. */
  public static Optional<SctId> parse(CharSequence text) {
    return isValid(text) ? Optional.of(new SctId(Long.parseLong(text, 0, text.length(), 10))) : Optional.empty();
  }

  /** Whether {@code text} is exactly the identifier of a concept or reference set. */
  public static boolean isValid(CharSequence text) {
    int length = text.length();
    if (length < 6 || length > 18 || text.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return isConceptPartition(text, length) && checksum(text, 0) == 0;
  }

  private static boolean isConceptPartition(CharSequence text, int length) {
    char format = text.charAt(length - 3);
    boolean concept = text.charAt(length - 2) == '0';
    return concept && (format == '0' || format == '1' && length >= 11);
  }

  /** The check digit that completes {@code digits}, for those who make identifiers. */
  public static char checkDigit(CharSequence digits) {
    return (char) ('0' + INVERSE[checksum(digits, 1)]);
  }

  private static int checksum(CharSequence digits, int firstPlace) {
    int sum = 0;
    for (int i = digits.length() - 1, place = firstPlace; i >= 0; i--, place++) {
      sum = PRODUCT[sum][PERMUTATION[place % 8][digits.charAt(i) - '0']];
    }
    return sum;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
