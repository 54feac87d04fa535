package uk.rubric.impact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * Gives a service the dates of another, so that the same patients on the same day are decided and paid by the rules of
 * both: that a year has passed is no difference of rules. Period, fixed days and the validity of parameters move
 * together by whole months; dates that are written within rules and formulas stay.
 */
public final class SamePeriod {
  private final long months;

  private SamePeriod(long months) {
    this.months = months;
  }

  /**
   * The service as if its period were that of the other.
   *
   * @throws CouldNotRun when the periods are not equally many whole months
   */
  public static CheckedService moved(CheckedService old, CheckedService fresh) {
    long months = months(old, fresh);
    SamePeriod moving = new SamePeriod(months);
    boolean fits = old.periodStart().plusMonths(months).equals(fresh.periodStart())
        && moving.last(old.periodEnd()).equals(fresh.periodEnd());
    if (!fits) {
      throw new CouldNotRun(
          Diagnostic.at(old.span(), RunDiagnostic.PERIODS_DIFFER,
                  "the period of service `" + old.name() + "`, from " + period(old)
                      + ", cannot be moved onto that of `" + fresh.name() + "`, from " + period(fresh))
              .withHelp("`--dates own` lets each service keep its own dates"));
    }
    return months == 0 ? old : moving.moved(old);
  }

  /** By how many months the first period has to move to start where the other does. */
  public static long months(CheckedService old, CheckedService fresh) {
    return ChronoUnit.MONTHS.between(old.periodStart(), fresh.periodStart());
  }

  private static String period(CheckedService service) {
    return "`" + service.periodStart() + "` to `" + service.periodEnd() + "`";
  }

  private CheckedService moved(CheckedService s) {
    return new CheckedService(
        s.name(), s.title(), s.authority(), s.status(), first(s.periodStart()), last(s.periodEnd()),
        s.days().stream().map(day -> new Day(day.name(), day.kind(), day.fixed().map(this::first), day.chosen()))
        .toList(),
        s.uses(), s.clusterFolder(),
        s.parameters().stream().map(this::moved).toList(),
        s.measures(), s.pointsTables(),
        s.pays().stream().map(this::moved).toList(),
        s.notes(), s.dividedBy(), s.evidence(), s.span());
  }

  private LocalDate first(LocalDate day) {
    return day.plusMonths(months);
  }

  /** A last day stays the day before a first one: 28 February follows 29 February. */
  private LocalDate last(LocalDate day) {
    return day.plusDays(1).plusMonths(months).minusDays(1);
  }

  private Parameter moved(Parameter p) {
    List<ParameterValue> values = p.values().stream()
        .map(v -> new ParameterValue(v.value(), v.start().map(this::first), v.end().map(this::last), v.notes(),
            v.span()))
        .toList();
    return new Parameter(p.name(), p.title(), p.kind(), values, p.span());
  }

  private Pay moved(Pay p) {
    Optional<LocalDate> notBefore = p.notBefore().map(this::first);
    return new Pay(p.name(), p.title(), p.each(), p.formula(), p.rounding(), p.when(), p.sharedBy(), notBefore,
        p.blocks(), p.notes(), p.span());
  }
}
