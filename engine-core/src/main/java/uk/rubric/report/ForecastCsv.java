package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.RegisterForecast;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.result.Forecast.Totals;

/** The lines of a forecast in the long table of a result, each with a measure that begins with {@code forecast}. */
final class ForecastCsv {
  private final CsvWriter csv;
  private final Points points;
  private final List<RestsOn> told;

  private ForecastCsv(CsvWriter csv, Plan plan) {
    this.csv = csv;
    points = new Points(plan.service());
    told = RestsOn.told(plan);
  }

  /** Nothing without a forecast. */
  static void write(CsvWriter csv, Plan plan, Optional<Forecast> forecast) {
    forecast.ifPresent(new ForecastCsv(csv, plan)::write);
  }

  private void write(Forecast forecast) {
    line("", "", "forecast_from", forecast.asAt().toString());
    line("", "", "forecast_to", forecast.end().toString());
    line("", "", "forecast_learnt_from", forecast.learntFrom().toString());
    line("", "", "forecast_learnt_to", forecast.learntTo().toString());
    ForecastWords.method(forecast).forEach(sentence -> line("", "", "forecast_method", sentence));
    forecast.notCovered().forEach(id -> line("", id, "forecast_not_covered", "true"));
    forecast.practices().forEach(this::practice);
  }

  private void practice(PracticeForecast practice) {
    String code = practice.practice();
    lack(code, "", practice.lack());
    if (practice.history().thin()) {
      line(code, "", "forecast_history_thin", "true");
    }
    practice.registers().forEach(register -> register(code, register));
    practice.indicators().forEach(indicator -> indicator(code, indicator));
    practice.income().ifPresent(totals -> totals(code, totals));
  }

  private void lack(String practice, String output, Optional<Lack> lack) {
    lack.ifPresent(why -> line(practice, output, "forecast_lack", why.word()));
  }

  private void register(String practice, RegisterForecast register) {
    line(practice, register.id(), "forecast_recorded_count", String.valueOf(register.recorded()));
    register.expected().ifPresent(expected -> line(practice, register.id(), "forecast_count",
        String.valueOf(expected)));
    restsOn(practice, register.id(), "forecast_count", rests -> rests.register(register.id()));
  }

  private void indicator(String practice, IndicatorForecast indicator) {
    String id = indicator.id();
    line(practice, id, "forecast_recorded_denominator", String.valueOf(indicator.recorded().denominator()));
    figures(practice, id, "forecast_recorded_", "", indicator.recorded());
    lack(practice, id, indicator.lack());
    indicator.range().ifPresent(range -> range(practice, id, range));
    restsOn(practice, id, "forecast_numerator", rests -> rests.counts(id));
    restsOn(practice, id, "forecast_points", rests -> rests.points(id));
    restsOn(practice, id, "forecast_income", rests -> rests.income(id));
  }

  private void range(String practice, String id, Range range) {
    line(practice, id, "forecast_denominator", String.valueOf(range.expected().denominator()));
    figures(practice, id, "forecast_", "", range.expected());
    figures(practice, id, "forecast_", "_low", range.low());
    figures(practice, id, "forecast_", "_high", range.high());
  }

  private void figures(String practice, String id, String before, String behind, Standing standing) {
    line(practice, id, before + "numerator" + behind, String.valueOf(standing.numerator()));
    if (points.hasPoints(id)) {
      line(practice, id, before + "points" + behind, standing.points().map(Display::points).orElse(""));
    }
    if (points.isPaid(id)) {
      line(practice, id, before + "income" + behind, money(standing.income()));
    }
  }

  private void totals(String practice, Totals totals) {
    line(practice, "", "forecast_recorded_income_total", money(totals.recorded()));
    line(practice, "", "forecast_income_total", money(totals.expected()));
    line(practice, "", "forecast_income_total_low", money(totals.low()));
    line(practice, "", "forecast_income_total_high", money(totals.high()));
    if (totals.pending() > 0) {
      line(practice, "", "forecast_payments_pending", String.valueOf(totals.pending()));
    }
    totals.asRecorded().forEach(id -> line(practice, id, "forecast_as_recorded", "true"));
    restsOn(practice, "", "forecast_income_total", RestsOn::total);
  }

  private static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::money).orElse("");
  }

  private void restsOn(String practice, String output, String figure, Predicate<RestsOn> whether) {
    RestsOn.words(told, whether).forEach(kind -> line(practice, output, kind, figure));
  }

  private void line(String practice, String output, String measure, String value) {
    csv.writeRecord(practice, output, measure, "", "", "", value);
  }
}
