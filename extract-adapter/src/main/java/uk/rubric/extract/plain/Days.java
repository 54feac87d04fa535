package uk.rubric.extract.plain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import uk.rubric.patient.PatientBatch;

/** Days written as {@code 2021-03-31}, counted from 1970-01-01. */
final class Days {
  /** Not a day of the calendar, or not in that form. */
  static final int BAD = PatientBatch.NO_DAY + 1;

  private static final long FORM = Eight.at("00-00-00".getBytes(StandardCharsets.US_ASCII), 0);
  private static final int TWENTY = '2' | '0' << 8;
  private static final int NINETEEN = '1' | '9' << 8;
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
    return to - from == 10 ? read(bytes, from) : BAD;
  }

  /** The day that the ten bytes from there are, or {@link #BAD}. */
  static int read(byte[] bytes, int from) {
    // What differs from 00-00-00 are the digits; no byte of them has more than four bits, and six more make five of a
    // tenth digit and beyond.
    long digits = Eight.at(bytes, from + 2) ^ FORM;
    long wrong = digits & 0xF0F0FFF0F0FFF0F0L | digits + 0x0606000606000606L & 0xF0F000F0F000F0F0L;
    long pairs = digits * 10 + (digits >>> 8);
    int month = (int) (pairs >>> 24 & 0xFF);
    int day = (int) (pairs >>> 48 & 0xFF);
    int century = (int) Eight.at(bytes, from) & 0xFFFF;
    if (wrong != 0 || century != TWENTY && century != NINETEEN && !isNumber(century)) {
      return BAD;
    }
    return day((century == TWENTY ? 2000 : 100 * number(century)) + (int) (pairs & 0xFF), month, day);
  }

  private static boolean isNumber(int two) {
    int tens = (two & 0xFF) - '0';
    int ones = (two >>> 8) - '0';
    return (tens | ones | 9 - tens | 9 - ones) >= 0;
  }

  private static int number(int two) {
    return 10 * ((two & 0xFF) - '0') + (two >>> 8) - '0';
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
