package uk.rubric.benchmark.peer;

import java.time.LocalDate;

/** The dates of the six pieces of work, in days since 1970-01-01. No state. */
final class Dates {
  /** The end date. */
  static final int END = day("2026-03-31");

  /** What lies after this lies within twelve months. */
  static final int TWELVE_MONTHS = day("2025-03-31");

  /** What lies after this lies within nine months. */
  static final int NINE_MONTHS = day("2025-06-30");

  /** The first day of the season of influenza. */
  static final int SEASON = day("2025-08-01");

  /** One born after this is not yet 17. */
  static final int AGED_17 = day("2009-03-31");

  /** One born after this is not yet 65. */
  static final int AGED_65 = day("1961-03-31");

  /** One born after this is 79 or younger. */
  static final int AGED_80 = day("1946-03-31");

  private Dates() {}

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
