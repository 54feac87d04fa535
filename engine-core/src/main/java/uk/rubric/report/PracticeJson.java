package uk.rubric.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import uk.rubric.check.Formula;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.ServiceResult.PracticeResult;

/** One practice of the stable result. */
final class PracticeJson {
  private final JsonGenerator json;
  private final Points points;

  PracticeJson(JsonGenerator json, Points points) {
    this.json = json;
    this.points = points;
  }

  void write(PracticeResult practice) {
    PracticeCounts counts = practice.counts();
    json.writeStartObject();
    json.writeStringProperty("code", counts.practice());
    practice.name().ifPresent(name -> json.writeStringProperty("name", name));
    json.writeNumberProperty("listSize", counts.listSize());
    json.writeBooleanProperty("listSizeStated", counts.listSizeStated());
    registers(counts);
    indicators(counts, practice.income());
    practice.income().ifPresent(this::income);
    json.writeEndObject();
  }

  private void registers(PracticeCounts counts) {
    json.writeArrayPropertyStart("registers");
    for (RegisterCount register : counts.registers()) {
      json.writeStartObject();
      json.writeStringProperty("id", register.id());
      json.writeNumberProperty("count", register.count());
      text("prevalencePercent", Display.percent(register.count(), counts.listSize()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void indicators(PracticeCounts counts, Optional<PracticeIncome> income) {
    json.writeArrayPropertyStart("indicators");
    for (int i = 0; i < counts.indicators().size(); i++) {
      int index = i;
      indicator(counts.indicators().get(i), income.map(all -> all.indicators().get(index)));
    }
    json.writeEndArray();
  }

  private void indicator(IndicatorCount count, Optional<IndicatorIncome> income) {
    json.writeStartObject();
    json.writeStringProperty("id", count.id());
    json.writeNumberProperty("population", count.population());
    count.fraction().ifPresent(this::fraction);
    income.filter(i -> points.hasPoints(i.id())).ifPresent(this::earned);
    json.writeEndObject();
  }

  private void fraction(Fraction fraction) {
    json.writeNumberProperty("denominator", fraction.denominator());
    json.writeNumberProperty("numerator", fraction.numerator());
    json.writeArrayPropertyStart("rejected");
    fraction.rejected().forEach(this::rejected);
    json.writeEndArray();
    text("achievementPercent", Display.achievement(fraction));
  }

  private void rejected(Rejected rejected) {
    json.writeStartObject();
    json.writeNumberProperty("rule", rejected.rule());
    json.writeStringProperty("kind", rejected.reason().kindWord());
    json.writeStringProperty("reason", rejected.reason().name());
    json.writeNumberProperty("count", rejected.count());
    json.writeEndObject();
  }

  private void earned(IndicatorIncome income) {
    text("points", income.points().map(Display::points));
    text("pointsAvailable", income.available().map(Display::points));
    if (points.isPaid(income.id())) {
      text("income", income.income().map(Display::money));
    }
    if (points.hasThresholds(income.id())) {
      number("patientsToLower", income.patientsToLower());
      number("patientsToUpper", income.patientsToUpper());
    }
  }

  private void income(PracticeIncome income) {
    json.writeArrayPropertyStart("measures");
    income.measures().forEach(measure -> figure(measure, points.kind(measure.name())));
    json.writeEndArray();
    json.writeArrayPropertyStart("payments");
    income.payments().forEach(payment -> figure(payment, Formula.Kind.MONEY));
    json.writeEndArray();
    total(income.total());
  }

  private void figure(Figure figure, Formula.Kind kind) {
    json.writeStartObject();
    json.writeStringProperty("id", figure.name());
    text("value", figure.value().map(value -> Display.figure(value, kind)));
    json.writeEndObject();
  }

  private void total(Optional<BigDecimal> total) {
    json.writeObjectPropertyStart("income");
    json.writeStringProperty("currency", "GBP");
    text("total", total.map(Display::money));
    json.writeEndObject();
  }

  private void text(String name, Optional<String> value) {
    value.ifPresentOrElse(v -> json.writeStringProperty(name, v), () -> json.writeNullProperty(name));
  }

  private void number(String name, OptionalLong value) {
    value.ifPresentOrElse(v -> json.writeNumberProperty(name, v), () -> json.writeNullProperty(name));
  }
}
