package uk.rubric.value;

import java.time.LocalDate;

/** The calendar units by which a rule moves a date. */
public enum DateUnit {
  DAYS,
  WEEKS,
  MONTHS,
  YEARS;

  /**
   * {@code date} moved by {@code amount}. Months and years clamp to the month's end: 31 March minus 6 months is 30
   * September (language, meaning 4).
   */
  public LocalDate shift(LocalDate date, int amount) {
    return switch (this) {
      case DAYS -> date.plusDays(amount);
      case WEEKS -> date.plusWeeks(amount);
      case MONTHS -> date.plusMonths(amount);
      case YEARS -> date.plusYears(amount);
    };
  }
}
