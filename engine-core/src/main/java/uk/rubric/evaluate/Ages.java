package uk.rubric.evaluate;

import java.time.LocalDate;
import uk.rubric.value.DateUnit;

/** When an age is completed (language, meaning 4). */
final class Ages {
  private Ages() {}

  /** The first day on which a patient has completed an age: no day of a shorter month stands for a later one. */
  static LocalDate attained(LocalDate born, int amount, DateUnit unit) {
    LocalDate day = unit.shift(born, amount);
    boolean clamped = (unit == DateUnit.MONTHS || unit == DateUnit.YEARS) && day.getDayOfMonth() < born.getDayOfMonth();
    return clamped ? day.plusDays(1) : day;
  }
}
