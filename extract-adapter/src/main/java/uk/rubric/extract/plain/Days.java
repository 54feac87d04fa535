package uk.rubric.extract.plain;

import java.time.LocalDate;
import java.time.YearMonth;
import uk.rubric.patient.PatientBatch;

/** Days written as {@code 2021-03-31}, counted from 1970-01-01. */
final class Days {
  /** Not a day of the calendar, or not in that form. */
  static final int BAD = PatientBatch.NO_DAY + 1;

  private static final int FIRST_YEAR = 1850;
  private static final int YEARS = 256;
  private static final int[] STARTS = new int[YEARS * 16];
  private static final byte[] LENGTHS = new byte[YEARS * 16];

  static {
    for (int year = 0; year < YEARS; year++) {
      for (int month = 1; month <= 12; month++) {
        YearMonth one = YearMonth.of(FIRST_YEAR + year, month);
        STARTS[year * 16 + month] = (int) one.atDay(1).toEpochDay();
        LENGTHS[year * 16 + month] = (byte) one.lengthOfMonth();
      }
    }
  }

  private Days() {}

  /** The day that stands there, or {@link #BAD}. */
  static int read(byte[] bytes, int from, int to) {
    if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return BAD;
    }
    int century = two(bytes, from);
    int year = two(bytes, from + 2);
    int month = two(bytes, from + 5);
    int day = two(bytes, from + 8);
    return (century | year | month | day) < 0 ? BAD : day(100 * century + year, month, day);
  }

  /** A number of two digits, or a negative one when there is anything else. */
  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : 10 * tens + ones;
  }

  private static int day(int year, int month, int day) {
    int place = (year - FIRST_YEAR) * 16 + month;
    if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS) {
      return rare(year, month, day);
    }
    return month > 12 || day < 1 || day > LENGTHS[place] ? BAD : STARTS[place] + day - 1;
  }

  private static int rare(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return BAD;
    }
    return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
  }
}
