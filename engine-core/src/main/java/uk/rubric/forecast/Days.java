package uk.rubric.forecast;

import java.time.LocalDate;
import uk.rubric.check.Stretch;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * The days of a forecast: those of this year, and the same a year earlier.
 *
 * @param start of the period
 * @param asAt from which it looks ahead
 * @param end of the period
 * @param startThen of the year before
 * @param asAtThen from which it would have looked ahead
 * @param endThen of the year before
 */
record Days(
    LocalDate start, LocalDate asAt, LocalDate end, LocalDate startThen, LocalDate asAtThen, LocalDate endThen) {
  private static final int MONTHS = 12;

  /**
   * Of a service that is forecast from a plan's achievement date.
   *
   * @throws CouldNotRun when the service is not reckoned by the year, or the day does not lie in it with days to come
   */
  static Days of(Plan plan) {
    refuse(plan);
    Stretch period = plan.period();
    return new Days(period.start(), plan.achievementDate(), period.end(), period.start().minusYears(1),
        plan.achievementDate().minusYears(1), plan.yearBefore().periodEnd());
  }

  private static void refuse(Plan plan) {
    Stretch period = plan.period();
    if (plan.mode() == Mode.ROLLING) {
      throw none("a rolling period ends on the achievement date, and nothing of it is to come",
          "leave out `--rolling` or `--forecast`");
    }
    if (!period.start().plusMonths(MONTHS).equals(period.end().plusDays(1))) {
      throw none("the period of service `" + plan.service().name() + "` is not a year", "leave out `--forecast`");
    }
    if (!plan.achievementDate().isBefore(period.end())) {
      throw none("on `" + plan.achievementDate() + "` nothing of the period of service `" + plan.service().name()
          + "` is to come", "choose a day before `" + period.end() + "` with `--as-at`");
    }
    if (plan.service().dividedBy().isPresent()) {
      throw none("service `" + plan.service().name() + "` goes by month or quarter, of which no forecast is made",
          "leave out `--forecast`");
    }
    if (!plan.chosenDays().isEmpty()) {
      throw none("practices choose a day of service `" + plan.service().name() + "`, of which no forecast is made",
          "leave out `--forecast`");
    }
  }

  private static CouldNotRun none(String message, String help) {
    return new CouldNotRun(
        Diagnostic.at(new Place.OnCommand(), RunDiagnostic.NO_FORECAST, message).withHelp(help));
  }
}
