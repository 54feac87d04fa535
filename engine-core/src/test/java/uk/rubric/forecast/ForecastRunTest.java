package uk.rubric.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.From;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.Move;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.service.Supplement;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;

/** A practice whose two years are counted by hand. */
class ForecastRunTest {
  private static final long DIAGNOSIS = 44054006L;
  private static final long TEST = 999791000000106L;
  private static final long FRAILTY = 925861000000102L;
  private static final Practice PRACTICE = new Practice("A81001", Optional.empty(), OptionalLong.of(1000));

  private static final String RULES =
      """
      ruleset F version 1.0 {
        day PPED
        day ACHV_DAT
        cluster DX_COD = codes { 44054006 |Diagnosis| }
        cluster T_COD = codes { 999791000000106 |Test| }
        cluster FRAIL_COD = codes { 925861000000102 |Frailty| }
        reason FRAIL = exclusion "Frail"
        field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
        field DEREG_DAT = earliest DEREGISTRATION where date > REG_DAT
        field DX_DAT = earliest DX_COD where date <= ACHV_DAT
        field T_DAT = latest T_COD where date <= ACHV_DAT
        field FRAIL_DAT = latest FRAIL_COD where date <= ACHV_DAT
        group GMS of everyone {
          1: if (REG_DAT is recorded and DEREG_DAT is not recorded) or DEREG_DAT > ACHV_DAT then select else reject
        }
        register DX_REG of GMS { 1: if DX_DAT is recorded then select else reject }
        indicator TESTED of DX_REG {
          denominator { 1: if FRAIL_DAT is recorded then reject as FRAIL else select }
          numerator { 1: if T_DAT > PPED - 12 months then select else reject }
        }
      }
      service WORK {
        status draft
        period from PERIOD
        day PPED = end of period
        day ACHV_DAT = run date
        use F version 1.0
        parameter POINT = £10
        points CARE { TESTED: 10 from 40% to 90% }
        pay CARE per practice = points of CARE * POINT rounded half up to £0.01 shared by points of CARE
        MORE
      }
      """;

  private static Plan plan(String period, String more, String asAt, Mode mode) {
    String text = RULES.replace("PERIOD", period).replace("MORE", more);
    CheckResult checked = Checker.checkSources(List.of(new SourceText("f.rubric", text)));
    CheckedRules rules = checked.rules().orElseThrow(() -> new AssertionError(checked.diagnostics().toString()));
    return Planner.plan(rules, rules.services().get(0), LocalDate.parse(asAt), mode, new NoClusters());
  }

  private static ForecastRun run(int threads) {
    return new ForecastRun(
        plan("2021-04-01 to 2022-03-31", "", "2022-01-10", Mode.YEAR_END), DroolsEvaluator::new, threads);
  }

  private static PracticeForecast forecast(ForecastRun run, List<PatientRecord> records) {
    return whole(run, records).practices().get(0);
  }

  private static Forecast whole(ForecastRun run, List<PatientRecord> records) {
    return run.forecast(
        run.learn(PatientSource.of(records), Progress.NONE), Supplement.NONE, List.of(PRACTICE));
  }

  private static IndicatorForecast tested(List<PatientRecord> records) {
    return forecast(run(1), records).indicators().get(0);
  }

  private static PatientRecord patient(int number, Event... events) {
    List<Event> all = new ArrayList<>(List.of(events));
    all.add(event("2015-01-01", DIAGNOSIS));
    return new PatientRecord("A81001", "P" + number, LocalDate.of(1960, 5, 1), Optional.empty(),
        List.of(new Registration(LocalDate.of(2000, 1, 1), Optional.empty(), true, 0)), all);
  }

  private static Event event(String date, long code) {
    return new Event(LocalDate.parse(date), new SctId(code), Optional.empty(), Optional.empty(), 0);
  }

  private static Event entered(String date, String entered) {
    return new Event(LocalDate.parse(date), new SctId(TEST), Optional.empty(), Optional.empty(),
        new EventDetail(Optional.of(LocalDate.parse(entered).atStartOfDay()), Optional.empty(), Optional.empty(),
            Optional.empty()), 0);
  }

  /**
   * Forty diagnosed. Last year by 10 January ten had achieved; of the thirty others twelve were tested and two became
   * frail by the end. This year by that day the first twenty have achieved, and the two are rejected.
   */
  private static List<PatientRecord> forty() {
    List<PatientRecord> records = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Event> events = new ArrayList<>();
      if (i < 10) {
        events.add(event("2020-06-01", TEST));
      } else if (i < 22) {
        events.add(event("2021-02-01", TEST));
      } else if (i >= 38) {
        events.add(event("2021-03-01", FRAILTY));
      }
      if (i < 20) {
        events.add(event("2021-07-01", TEST));
      }
      records.add(patient(i, events.toArray(Event[]::new)));
    }
    return records;
  }

  @Test
  void carriesWhatIsRecordedToTheEndAndMovesPatientsAsLastYearDid() {
    IndicatorForecast tested = tested(forty());

    // Nothing more recorded: 38 of the denominator, 20 achieved. As last year: 12 of 30 of the 18 open ones achieve
    // (7.2), 2 of 30 are rejected (1.2), 16 of 30 stay (9.6); all who had achieved and the two rejected stay.
    assertThat(tested.recorded().denominator()).isEqualTo(38);
    assertThat(tested.recorded().numerator()).isEqualTo(20);
    Range range = tested.range().orElseThrow();
    assertThat(range.expected().numerator()).isEqualTo(27);
    assertThat(range.expected().denominator()).isEqualTo(27 + 10);
    assertThat(range.low().numerator()).isBetween(21L, 26L);
    assertThat(range.high().numerator()).isBetween(28L, 33L);
    assertThat(tested.moves()).contains(
        new Move(From.ACHIEVED, 20, 10, 10, 0, 0, 0), new Move(From.NOT_ACHIEVED, 18, 30, 12, 16, 2, 0),
        new Move(From.REJECTED, 2, 0, 0, 0, 0, 0));
  }

  @Test
  void paysForExpectedNumbersAsTheServiceDoes() {
    PracticeForecast practice = forecast(run(1), forty());
    Standing expected = practice.indicators().get(0).range().orElseThrow().expected();

    // 27 of 37 is 72.97 %: (72.97 - 40) / 50 of 10 points, at £10.
    assertThat(expected.points()).contains(BigFraction.of(27, 37).subtract(BigFraction.of(2, 5)).multiply(20));
    assertThat(practice.income().orElseThrow().expected()).hasValueSatisfying(
        pounds -> assertThat(pounds).isEqualByComparingTo("65.95"));
    assertThat(practice.income().orElseThrow().recorded()).hasValueSatisfying(
        pounds -> assertThat(pounds).isEqualByComparingTo("25.26"));
    assertThat(practice.income().orElseThrow().asRecorded()).isEmpty();
    assertThat(practice.registers().get(0).expected()).contains(40L);
  }

  @Test
  void usesNothingOfAfterTheDay() {
    List<PatientRecord> later = new ArrayList<>();
    for (PatientRecord record : forty()) {
      List<Event> events = new ArrayList<>(record.events());
      events.add(event("2022-02-01", TEST));
      later.add(new PatientRecord(record.practice(), record.patientId(), record.born(), record.died(),
          List.of(new Registration(LocalDate.of(2000, 1, 1), Optional.of(LocalDate.of(2022, 2, 2)), true, 0)), events));
    }
    assertThat(whole(run(1), later)).isEqualTo(whole(run(1), forty()));
  }

  @Test
  void movesAllDaysOfTheServiceByAYear() {
    Plan before = plan("2019-04-01 to 2020-03-31", "day CENSUS = 2019-10-01", "2020-02-29", Mode.YEAR_END).yearBefore();
    assertThat(before.periodEnd()).isEqualTo(LocalDate.of(2019, 3, 31));
    assertThat(before.achievementDate()).isEqualTo(LocalDate.of(2019, 3, 31));
    assertThat(before.period().start()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(before.days()).containsEntry("CENSUS", LocalDate.of(2018, 10, 1))
        .containsEntry("PPED", LocalDate.of(2019, 3, 31));
  }

  @Test
  void doesNotDependOnThreadsOrEvaluator() {
    Plan plan = plan("2021-04-01 to 2022-03-31", "", "2022-01-10", Mode.YEAR_END);
    assertThat(whole(run(3), forty())).isEqualTo(whole(run(1), forty()));
    assertThat(whole(new ForecastRun(plan, ReferenceEvaluator::new, 1), forty())).isEqualTo(whole(run(1), forty()));
  }

  @Test
  void whatWasEnteredLaterWasNotKnown() {
    List<PatientRecord> records = forty();
    records.set(0, patient(0, entered("2020-06-01", "2021-02-15"), event("2021-07-01", TEST)));
    records.set(1, patient(1, entered("2020-06-01", "2021-05-15"), event("2021-07-01", TEST)));

    // One of the ten was entered in the rest of last year, one after it.
    assertThat(tested(records).moves()).contains(
        new Move(From.ACHIEVED, 20, 8, 8, 0, 0, 0), new Move(From.NOT_ACHIEVED, 18, 32, 13, 17, 2, 0));
    assertThat(whole(run(1), records).byEntered()).isTrue();
  }

  @Test
  void learnsOfThoseWhoComeAndGo() {
    List<PatientRecord> records = forty();
    records.add(registered(40, "2021-02-01", "2021-06-30"));
    records.add(registered(41, "2000-01-01", "2021-02-28"));
    IndicatorForecast tested = tested(records);
    assertThat(tested.moves()).contains(
        new Move(From.NEW, 1, 1, 0, 1, 0, 0), new Move(From.NOT_ACHIEVED, 18, 31, 12, 16, 2, 1));
  }

  private static PatientRecord registered(int number, String from, String to) {
    PatientRecord whole = patient(number);
    return new PatientRecord(whole.practice(), whole.patientId(), whole.born(), whole.died(),
        List.of(new Registration(LocalDate.parse(from), Optional.of(LocalDate.parse(to)), true, 0)), whole.events());
  }

  @Test
  void saysWhyThereIsNone() {
    assertThat(forecast(run(1), List.of()).lack()).contains(Lack.HISTORY_TOO_SHORT);
    assertThat(tested(forty().subList(0, 15)).lack()).contains(Lack.TOO_FEW);
    assertThat(tested(forty().subList(0, 15)).range()).isEmpty();
  }

  @Test
  void learnsNothingFromAYearInWhichNobodyHadAchieved() {
    List<PatientRecord> records = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      records.add(i < 8 ? patient(i, event("2021-02-01", TEST), event("2021-07-01", TEST)) : patient(i));
    }
    assertThat(tested(records).lack()).contains(Lack.TOO_FEW);
    // Of four no more is at stake than the interval tells.
    records.subList(4, 8).clear();
    assertThat(tested(records).range().orElseThrow().low().numerator()).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"2, true, HISTORY_TOO_THIN", "22, true, ", "40, false, "})
  void seesThatTheYearBeforeIsThin(int keeps, boolean thin, Lack lack) {
    List<PatientRecord> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      records.add(i < keeps
          ? patient(i, event("2020-06-01", TEST), event("2021-02-01", TEST), event("2021-07-01", TEST))
          : patient(i, event("2021-07-01", TEST)));
    }
    PracticeForecast forecast = forecast(run(1), records);
    assertThat(forecast.history().thin()).isEqualTo(thin);
    assertThat(forecast.lack()).isEqualTo(Optional.ofNullable(lack));
    assertThat(ForecastRun.thin(whole(run(1), records))).hasSize(thin ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-03-31", "2022-06-01"})
  void refusesADayWithNothingToCome(String day) {
    Plan plan = plan("2021-04-01 to 2022-03-31", "", day, Mode.YEAR_END);
    assertThatThrownBy(() -> new ForecastRun(plan, DroolsEvaluator::new, 1))
        .isInstanceOf(CouldNotRun.class).hasMessageContaining("nothing of the period");
  }

  @Test
  void refusesServicesThatAreNotByTheYear() {
    Map<String, Plan> plans = Map.of(
        "a rolling period", plan("2021-04-01 to 2022-03-31", "", "2022-01-10", Mode.ROLLING),
        "is not a year", plan("2021-04-01 to 2022-06-30", "", "2022-01-10", Mode.YEAR_END),
        "goes by month or quarter", plan("2021-04-01 to 2022-03-31 by quarter",
            "pay DX per practice per quarter = size of DX_REG * POINT rounded half up to £0.01", "2022-01-10",
            Mode.YEAR_END));
    plans.forEach((words, plan) -> assertThatThrownBy(() -> new ForecastRun(plan, DroolsEvaluator::new, 1))
        .isInstanceOf(CouldNotRun.class).hasMessageContaining(words));
  }

  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }
}
