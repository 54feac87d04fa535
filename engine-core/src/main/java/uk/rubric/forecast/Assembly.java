package uk.rubric.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.forecast.Outlook.End;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.RegisterForecast;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.result.Forecast.Totals;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.service.Supplement;

/** Puts what is recorded, what is expected and the money of both together. For one thread. */
final class Assembly {
  private final Plan plan;
  private final Days days;
  private final Learnt learnt;
  private final List<Output> indicators;
  private final View recorded;
  private final List<Outlook> outlooks = new ArrayList<>();
  private final Map<End, View> views = new EnumMap<>(End.class);

  /** Counts of all practices, with what they are paid for them where anything is paid. */
  private record View(List<PracticeCounts> counts, Optional<List<PracticeIncome>> incomes) {
    Standing standing(int practice, int indicator) {
      IndicatorCount count = counts.get(practice).indicators().get(indicator);
      Fraction fraction = count.fraction().orElseThrow();
      Optional<IndicatorIncome> income = incomes.map(all -> all.get(practice).indicators().get(indicator));
      return new Standing(fraction.denominator(), fraction.numerator(), income.flatMap(IndicatorIncome::points),
          income.flatMap(IndicatorIncome::income));
    }

    Optional<BigDecimal> total(int practice) {
      return incomes.flatMap(all -> all.get(practice).total());
    }
  }

  Assembly(Plan plan, Days days, Learnt learnt, Supplement supplement, List<Practice> practices) {
    this.plan = plan;
    this.days = days;
    this.learnt = learnt;
    indicators = plan.outputs().stream().filter(output -> !output.register()).toList();
    List<PracticeCounts> counts = learnt.recorded().counts(practices);
    recorded = view(counts, supplement, practices);
    counts.forEach(count -> outlooks.add(new Outlook(plan, learnt.of(count.practice()), count)));
    for (End end : End.values()) {
      views.put(end, view(outlooks.stream().map(o -> o.counts(end)).toList(), supplement, practices));
    }
  }

  private View view(List<PracticeCounts> counts, Supplement supplement, List<Practice> practices) {
    return new View(counts, plan.service().hasPayments()
        ? Optional.of(Payments.of(plan).incomes(supplement.ledger(counts, practices)).practices()) : Optional.empty());
  }

  Forecast forecast() {
    List<PracticeForecast> practices = new ArrayList<>();
    for (int i = 0; i < outlooks.size(); i++) {
      practices.add(practice(i));
    }
    return new Forecast(days.asAt(), days.end(), days.asAtThen(), days.endThen(), learnt.byEntered(), practices,
        indicators.stream().filter(o -> o.denominator().isPresent() && !Question.isDecided(o)).map(Output::id)
        .toList());
  }

  private PracticeForecast practice(int practice) {
    String code = recorded.counts().get(practice).practice();
    return new PracticeForecast(code, learnt.of(code).history(), outlooks.get(practice).lack(), registers(practice),
        indicators(practice), recorded.incomes().map(all -> totals(practice, all.get(practice))));
  }

  private List<RegisterForecast> registers(int practice) {
    boolean expects = outlooks.get(practice).lack().isEmpty();
    PracticeCounts own = recorded.counts().get(practice);
    PracticeCounts expected = views.get(End.EXPECTED).counts().get(practice);
    List<RegisterForecast> registers = new ArrayList<>();
    for (int i = 0; i < own.registers().size(); i++) {
      registers.add(new RegisterForecast(own.registers().get(i).id(), own.registers().get(i).count(),
          expects ? Optional.of(expected.registers().get(i).count()) : Optional.empty()));
    }
    return registers;
  }

  private List<IndicatorForecast> indicators(int practice) {
    List<IndicatorForecast> forecasts = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      if (Question.isDecided(indicators.get(i))) {
        forecasts.add(indicator(practice, i));
      }
    }
    return forecasts;
  }

  private IndicatorForecast indicator(int practice, int indicator) {
    Output output = indicators.get(indicator);
    Optional<Lack> lack = outlooks.get(practice).lack(output);
    Optional<Range> range = lack.isPresent() ? Optional.empty()
        : Optional.of(new Range(standing(End.EXPECTED, practice, indicator), standing(End.LOW, practice, indicator),
            standing(End.HIGH, practice, indicator)));
    return new IndicatorForecast(output.id(), recorded.standing(practice, indicator), range, lack,
        outlooks.get(practice).learnt(output));
  }

  private Standing standing(End end, int practice, int indicator) {
    return views.get(end).standing(practice, indicator);
  }

  private Totals totals(int practice, PracticeIncome income) {
    Outlook outlook = outlooks.get(practice);
    if (outlook.lack().isPresent()) {
      return new Totals(recorded.total(practice), Optional.empty(), Optional.empty(), Optional.empty(),
          income.pending(),
          List.of());
    }
    List<String> asRecorded = indicators.stream()
        .filter(o -> o.denominator().isPresent())
        .filter(o -> !Question.isDecided(o) || outlook.lack(o).filter(lack -> lack != Lack.NOBODY).isPresent())
        .map(Output::id).toList();
    return new Totals(recorded.total(practice), total(End.EXPECTED, practice), total(End.LOW, practice),
        total(End.HIGH, practice), income.pending(), asRecorded);
  }

  private Optional<BigDecimal> total(End end, int practice) {
    return views.get(end).total(practice);
  }
}
