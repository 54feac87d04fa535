package uk.rubric.report;

import static uk.rubric.payment.ServiceText.TO_THE_PENNY;
import static uk.rubric.payment.ServiceText.list;
import static uk.rubric.payment.ServiceText.measureOf;
import static uk.rubric.payment.ServiceText.over;
import static uk.rubric.payment.ServiceText.parameterOf;
import static uk.rubric.payment.ServiceText.pointsOf;
import static uk.rubric.payment.ServiceText.row;
import static uk.rubric.payment.ServiceText.sizeOf;
import static uk.rubric.payment.ServiceText.times;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Note;
import uk.rubric.count.SmallPlan;
import uk.rubric.payment.Bands;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.payment.ServiceText;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.From;
import uk.rubric.result.Forecast.History;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.Move;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.RegisterForecast;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.result.Forecast.Totals;
import uk.rubric.result.Manifest;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.NoteNode.Kind;
import uk.rubric.syntax.ServiceNode.RoundingKind;

/** Small results: an ordinary practice, and one that has nobody, of whom most figures cannot be computed. */
final class SmallResult {
  static final Manifest MANIFEST =
      new Manifest("0.1.0", "1".repeat(64), "2".repeat(64), "unknown", "clusters (service)", "3".repeat(64));

  private static final SetAside SET_ASIDE =
      new SetAside(
          3,
          List.of(
              new SetAside.Reason("bad-date", "events.csv", 2),
              new SetAside.Reason("unknown-patient", "events.csv", 1)),
          List.of(new SetAside.Reason("registered-after-death", "registrations.csv", 1)));

  private static final PracticeCounts ORDINARY =
      new PracticeCounts(
          "A81001", 6500, true,
          List.of(new RegisterCount("DM_REG", 480)),
          List.of(
              new IndicatorCount("DM017", 480, Optional.empty()),
              new IndicatorCount(
                  "DM020", 480,
                  Optional.of(
                      new Fraction(
                          369, 247,
                          List.of(
                              new Rejected(1, SmallPlan.FRAIL, 61), new Rejected(5, SmallPlan.UNSUITABLE, 48),
                              new Rejected(10, SmallPlan.DISSENT, 2))))),
              new IndicatorCount("ALL001", 6512, Optional.of(new Fraction(6512, 1, List.of())))),
          Map.of(new PopulationId("DM", "DM_REG"), 480L));

  private static final PracticeCounts NOBODY =
      new PracticeCounts(
          "B82002", 0, false,
          List.of(new RegisterCount("DM_REG", 0)),
          List.of(
              new IndicatorCount("DM017", 0, Optional.empty()),
              new IndicatorCount("DM020", 0, Optional.of(new Fraction(0, 0, List.of()))),
              new IndicatorCount("ALL001", 0, Optional.of(new Fraction(0, 0, List.of())))),
          Map.of(new PopulationId("DM", "DM_REG"), 0L));

  private static final PracticeCounts OTHER =
      new PracticeCounts(
          "C83003", 3500, true,
          List.of(new RegisterCount("DM_REG", 120)),
          List.of(
              new IndicatorCount("DM017", 120, Optional.empty()),
              new IndicatorCount(
                  "DM020", 120, Optional.of(new Fraction(101, 53, List.of(new Rejected(1, SmallPlan.FRAIL, 19))))),
              new IndicatorCount("ALL001", 3500, Optional.of(new Fraction(3500, 7, List.of())))),
          Map.of(new PopulationId("DM", "DM_REG"), 120L));

  private static final Optional<String> NAME = Optional.of("High Street\u001b[2J Surgery, \u00c9l\u00e9onore & Sons");

  private static final String LONG_NOTE =
      "the published table does not say which of several values on one day counts; the lowest does, as it did in the "
          + "practice systems that were asked";

  private SmallResult() {}

  static ServiceText service() {
    return new ServiceText()
        .pounds("POINT_VALUE", "201.16")
        .parameter("AVERAGE_LIST", "9085")
        .placeholder("PREV_DM", "0.073")
        .measure("CPI", over(list(), parameterOf("AVERAGE_LIST")))
        .measure(
            "APDF_DM", over(over(sizeOf("DM_REG"), list()), parameterOf("PREV_DM")),
            ServiceText.rounding(RoundingKind.HALF_UP, "0.01"))
        .table("DM", row("DM017", "6"), row("DM020", "17", "0.35", "0.75"))
        .payShared(
            "DM",
            times(pointsOf("DM"), parameterOf("POINT_VALUE"), measureOf("APDF_DM"), measureOf("CPI")),
            TO_THE_PENNY,
            "DM")
        .pay("ENTRY", times(list(), ServiceText.number("0.125")), TO_THE_PENNY);
  }

  private static Note[] notes() {
    SourceText text = new SourceText("C:\\rules\\diabetes.rubric", "first\nsecond\n");
    return new Note[] {
      ServiceText.placeholderNote("parameter PREV_DM"),
      new Note(Kind.ASSUMED, "field DM.IFCCHBA_VAL", LONG_NOTE, text.span(6, 12)),
      new Note(Kind.CITE, "parameter POINT_VALUE", "SFE 2021/22", text.span(0, 5))
    };
  }

  /** Two practices, payments, notes, records set aside. */
  static ServiceResult full() {
    Plan plan = SmallPlan.of(service().service(), notes());
    Payments payments = Payments.of(plan);
    return new ServiceResult(
        plan,
        "drools",
        List.of(
            new PracticeResult(ORDINARY, NAME, Optional.of(payments.income(ORDINARY))),
            new PracticeResult(NOBODY, Optional.empty(), Optional.of(payments.income(NOBODY)))),
        SET_ASIDE,
        MANIFEST);
  }

  /** Two practices of one PCN. */
  static ServiceResult grouped() {
    Plan plan = SmallPlan.of(service().service(), notes());
    Place place = new Place(Optional.of("U10001"), Optional.empty(), Optional.empty());
    List<PracticeCounts> counts = List.of(ORDINARY.at(place), OTHER.at(place));
    Payments.Incomes incomes = Payments.of(plan).incomes(Ledger.of(counts));
    return new ServiceResult(
        plan,
        "drools",
        List.of(
            new PracticeResult(counts.get(0), Optional.empty(), Optional.of(incomes.practices().get(0))),
            new PracticeResult(counts.get(1), Optional.empty(), Optional.of(incomes.practices().get(1)))),
        incomes.groups(),
        SetAside.NOTHING,
        MANIFEST);
  }

  /** Two practices of one PCN, with bands. */
  static ServiceResult banded() {
    ServiceResult grouped = grouped();
    return grouped.with(Bands.of(grouped.plan(),
        Ledger.of(grouped.practices().stream().map(PracticeResult::counts).toList())));
  }

  /** With a forecast: one practice with history, and one without. */
  static ServiceResult ahead() {
    ServiceResult full = full();
    return full.with(
        new Forecast(LocalDate.of(2022, 1, 31), LocalDate.of(2022, 3, 31), LocalDate.of(2021, 1, 31),
            LocalDate.of(2021, 3, 31), false, List.of(withHistory(), withoutHistory()), List.of("EACH01")),
        SET_ASIDE);
  }

  private static PracticeForecast withHistory() {
    Range range = new Range(standing(372, 274, "15.8978"), standing(372, 268, "15.2124"),
        standing(372, 281, "16.6976"));
    return new PracticeForecast("A81001", new History(6400, 6500, 90000, 9000, 2100, 9800, false), Optional.empty(),
        List.of(new RegisterForecast("DM_REG", 480, Optional.of(486L))),
        List.of(
            new IndicatorForecast("DM020", standing(369, 247, "13.5735"), Optional.of(range), Optional.empty(),
                List.of(new Move(From.ACHIEVED, 247, 230, 226, 1, 1, 2),
                    new Move(From.NOT_ACHIEVED, 122, 140, 31, 103, 4, 2),
                    new Move(From.REJECTED, 111, 100, 4, 3, 92, 1), new Move(From.OUTSIDE, 6020, 5930, 2, 6, 1, 5921),
                    new Move(From.NEW, 90, 90, 0, 1, 0, 89))),
            new IndicatorForecast("ALL001", standing(6512, 1, "0"), Optional.empty(), Optional.of(Lack.TOO_FEW),
                List.of())),
        Optional.of(new Totals(pounds("3657.75"), pounds("3995.50"), pounds("3896.21"), pounds("4111.37"), 1,
            List.of("ALL001"))));
  }

  private static PracticeForecast withoutHistory() {
    return new PracticeForecast("B82002", new History(0, 0, 0, 0, 0, 0, false), Optional.of(Lack.HISTORY_TOO_SHORT),
        List.of(new RegisterForecast("DM_REG", 0, Optional.empty())),
        List.of(new IndicatorForecast("DM020", new Standing(0, 0, Optional.of(BigFraction.ZERO), Optional.empty()),
            Optional.empty(), Optional.of(Lack.HISTORY_TOO_SHORT), List.of())),
        Optional.of(new Totals(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of())));
  }

  private static Standing standing(long denominator, long numerator, String points) {
    return new Standing(denominator, numerator,
        Optional.of(BigFraction.of(new BigDecimal(points).movePointRight(4).longValueExact(), 10_000)), pounds(points));
  }

  private static Optional<BigDecimal> pounds(String pounds) {
    return Optional.of(new BigDecimal(pounds));
  }

  /** A service that pays nothing. */
  static ServiceResult withoutPayments() {
    Plan plan = SmallPlan.of(new ServiceText().service());
    return new ServiceResult(
        plan,
        "reference",
        List.of(
            new PracticeResult(ORDINARY, NAME, Optional.empty()),
            new PracticeResult(NOBODY, Optional.empty(), Optional.empty())),
        SetAside.NOTHING,
        MANIFEST);
  }

  /** No practice at all. */
  static ServiceResult empty() {
    return new ServiceResult(
        SmallPlan.of(service().service()), "drools", List.of(), SetAside.NOTHING, MANIFEST);
  }

  /** A payment that is not shared, and a table of points with thresholds for a register-only indicator. */
  static ServiceResult odd() {
    Plan plan =
        SmallPlan.of(
            new ServiceText()
                .table("DM", row("DM017", "6", "0.35", "0.75"), row("DM020", "17", "0.35", "0.75"))
                .pay("DM", times(pointsOf("DM"), ServiceText.number("-1")), TO_THE_PENNY)
                .service());
    return new ServiceResult(
        plan,
        "drools",
        List.of(new PracticeResult(ORDINARY, Optional.empty(), Optional.of(Payments.of(plan).income(ORDINARY)))),
        SetAside.NOTHING,
        MANIFEST);
  }
}
