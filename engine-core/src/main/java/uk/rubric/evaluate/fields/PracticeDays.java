package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.util.List;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.plan.Plan;

/**
 * The days that the practice of a record chose. Records of a practice mostly follow one another, so that its days are
 * looked up once for many. For one thread.
 */
final class PracticeDays {
  private final Plan plan;
  private final List<Day> chosen;
  private final int[] days;
  private String practice;

  PracticeDays(Plan plan) {
    this.plan = plan;
    this.chosen = plan.chosenDays();
    this.days = new int[chosen.size()];
  }

  void of(String other) {
    if (days.length == 0 || other.equals(practice)) {
      return;
    }
    practice = other;
    for (int i = 0; i < days.length; i++) {
      days[i] = plan.day(chosen.get(i).name(), practice).map(PatientEntries::epochDay).orElse(MISSING);
    }
  }

  /**
   * The days in the order of {@link Plan#chosenDays()}, {@link FieldRow#MISSING} where the practice chose none.
   *
   * @param old what another practice's were copied to: it is written over where it has room
   */
  int[] copy(int[] old) {
    if (days.length == 0) {
      return old;
    }
    int[] copy = old.length == days.length ? old : new int[days.length];
    System.arraycopy(days, 0, copy, 0, days.length);
    return copy;
  }
}
