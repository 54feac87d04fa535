package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.History;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.Move;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.RegisterForecast;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.result.Forecast.Totals;

/** The block {@code forecast} of a result or worklist, with its method in words. */
final class ForecastJson {
  private final JsonGenerator json;
  private final Points points;
  private final List<RestsOn> told;

  private ForecastJson(JsonGenerator json, Plan plan) {
    this.json = json;
    points = new Points(plan.service());
    told = RestsOn.told(plan);
  }

  /** Nothing without a forecast. */
  static void write(JsonGenerator json, Plan plan, Optional<Forecast> forecast) {
    forecast.ifPresent(new ForecastJson(json, plan)::write);
  }

  private void write(Forecast forecast) {
    json.writeObjectPropertyStart("forecast");
    json.writeStringProperty("from", forecast.asAt().toString());
    json.writeStringProperty("to", forecast.end().toString());
    json.writeStringProperty("learntFrom", forecast.learntFrom().toString());
    json.writeStringProperty("learntTo", forecast.learntTo().toString());
    strings("method", ForecastWords.method(forecast));
    strings("notCovered", forecast.notCovered());
    json.writeArrayPropertyStart("practices");
    forecast.practices().forEach(this::practice);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void practice(PracticeForecast practice) {
    json.writeStartObject();
    json.writeStringProperty("code", practice.practice());
    lack(practice.lack());
    history(practice.history());
    json.writeArrayPropertyStart("registers");
    practice.registers().forEach(this::register);
    json.writeEndArray();
    json.writeArrayPropertyStart("indicators");
    practice.indicators().forEach(this::indicator);
    json.writeEndArray();
    practice.income().ifPresent(this::income);
    json.writeEndObject();
  }

  private void lack(Optional<Lack> lack) {
    lack.ifPresent(why -> json.writeStringProperty("lack", why.word()));
  }

  private void history(History history) {
    json.writeObjectPropertyStart("history");
    json.writeNumberProperty("patientsThen", history.patients());
    json.writeNumberProperty("patientsNow", history.patientsNow());
    json.writeNumberProperty("entriesBefore", history.before());
    json.writeNumberProperty("entriesThen", history.then());
    json.writeNumberProperty("entriesAfter", history.after());
    json.writeNumberProperty("entriesNow", history.now());
    json.writeBooleanProperty("thin", history.thin());
    json.writeEndObject();
  }

  private void register(RegisterForecast register) {
    json.writeStartObject();
    json.writeStringProperty("id", register.id());
    json.writeNumberProperty("recorded", register.recorded());
    register.expected().ifPresent(expected -> json.writeNumberProperty("expected", expected));
    restsOn("restsOn", rests -> rests.register(register.id()));
    json.writeEndObject();
  }

  private void indicator(IndicatorForecast indicator) {
    json.writeStartObject();
    json.writeStringProperty("id", indicator.id());
    standing("recorded", indicator.id(), indicator.recorded());
    lack(indicator.lack());
    indicator.range().ifPresent(range -> range(indicator.id(), range));
    json.writeArrayPropertyStart("moves");
    indicator.moves().forEach(this::move);
    json.writeEndArray();
    restsOn("restsOn", rests -> rests.counts(indicator.id()));
    restsOn("pointsRestOn", rests -> rests.points(indicator.id()));
    restsOn("incomeRestsOn", rests -> rests.income(indicator.id()));
    json.writeEndObject();
  }

  private void range(String id, Range range) {
    standing("expected", id, range.expected());
    standing("low", id, range.low());
    standing("high", id, range.high());
  }

  private void standing(String name, String id, Standing standing) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("denominator", standing.denominator());
    json.writeNumberProperty("numerator", standing.numerator());
    text("achievementPercent", Display.percent(standing.numerator(), standing.denominator()));
    if (points.hasPoints(id)) {
      text("points", standing.points().map(Display::points));
    }
    if (points.isPaid(id)) {
      money("income", standing.income());
    }
    json.writeEndObject();
  }

  private void move(Move move) {
    json.writeStartObject();
    json.writeStringProperty("from", move.from().word());
    json.writeNumberProperty("now", move.now());
    json.writeNumberProperty("then", move.then());
    json.writeNumberProperty("achieved", move.achieved());
    json.writeNumberProperty("notAchieved", move.notAchieved());
    json.writeNumberProperty("rejected", move.rejected());
    json.writeNumberProperty("outside", move.outside());
    json.writeEndObject();
  }

  private void income(Totals totals) {
    json.writeObjectPropertyStart("income");
    json.writeStringProperty("currency", "GBP");
    money("recorded", totals.recorded());
    money("expected", totals.expected());
    money("low", totals.low());
    money("high", totals.high());
    if (totals.pending() > 0) {
      json.writeNumberProperty("pending", totals.pending());
    }
    strings("asRecorded", totals.asRecorded());
    restsOn("restsOn", RestsOn::total);
    json.writeEndObject();
  }

  private void restsOn(String name, Predicate<RestsOn> figure) {
    List<String> words = RestsOn.words(told, figure);
    if (!words.isEmpty()) {
      strings(name, words);
    }
  }

  private void money(String name, Optional<BigDecimal> pounds) {
    text(name, pounds.map(Display::money));
  }

  private void text(String name, Optional<String> value) {
    value.ifPresentOrElse(v -> json.writeStringProperty(name, v), () -> json.writeNullProperty(name));
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
