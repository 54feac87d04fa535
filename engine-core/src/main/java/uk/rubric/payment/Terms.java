package uk.rubric.payment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Stretch;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.ServiceNode.Every;

/**
 * A service on one date: what payments go by apart from counts.
 *
 * @param period of the run: the service's own, or the twelve months of a rolling one
 * @param achievementDate parts of the period that end later are not due yet
 * @param days the dates that the service gives
 */
record Terms(CheckedService service, Stretch period, LocalDate achievementDate, Map<String, LocalDate> days) {
  static Terms of(Plan plan) {
    return new Terms(plan.service(), plan.period(), plan.achievementDate(), plan.days());
  }

  /** At the end of its period. */
  static Terms of(CheckedService service, LocalDate periodEnd) {
    Map<String, LocalDate> days = new HashMap<>();
    Stretch period = new Stretch(service.periodStart(), periodEnd);
    service.days().forEach(day -> day.in(period, periodEnd).ifPresent(date -> days.put(day.name(), date)));
    return new Terms(service, period, periodEnd, days);
  }

  List<Stretch> parts(Every every) {
    return Stretch.of(period.start(), period.end(), every);
  }

  /** The part of that length around a shorter or equal one. */
  Stretch around(Stretch part, Every every) {
    return parts(every).stream().filter(each -> each.contains(part)).findFirst().orElse(period);
  }
}
