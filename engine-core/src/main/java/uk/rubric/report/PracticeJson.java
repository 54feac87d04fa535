package uk.rubric.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import uk.rubric.check.Formula;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.PracticeIncome.Worth;
import uk.rubric.result.ServiceResult.PracticeResult;

/** One practice of the stable result. */
final class PracticeJson {
  private static final Comparator<Map.Entry<ClassLabel, Long>> BY_NAME =
      Comparator.comparing((Map.Entry<ClassLabel, Long> e) -> e.getKey().classification().ruleset())
          .thenComparing(e -> e.getKey().classification().name())
          .thenComparing(e -> e.getKey().label());

  private final JsonGenerator json;
  private final Points points;
  private final List<RestsOn> told;
  private final Measurable measurable;

  PracticeJson(JsonGenerator json, Points points, List<RestsOn> told, Measurable measurable) {
    this.json = json;
    this.points = points;
    this.told = told;
    this.measurable = measurable;
  }

  void write(GroupIncome group, GroupSums sums) {
    json.writeStartObject();
    json.writeStringProperty("level", group.level().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("code", group.code());
    json.writeArrayPropertyStart("practices");
    group.practices().forEach(json::writeString);
    json.writeEndArray();
    PracticeCounts counts = sums.counts();
    json.writeNumberProperty("listSize", counts.listSize());
    awaits(counts);
    registers(counts);
    summed(counts, sums.indicators());
    figures(group.measures(), group.payments());
    total(group.payments(), group.total());
    json.writeEndObject();
  }

  void write(PracticeResult practice) {
    PracticeCounts counts = practice.counts();
    json.writeStartObject();
    json.writeStringProperty("code", counts.practice());
    practice.name().ifPresent(name -> json.writeStringProperty("name", name));
    json.writeNumberProperty("listSize", counts.listSize());
    json.writeBooleanProperty("listSizeStated", counts.listSizeStated());
    awaits(counts);
    registers(counts);
    classifications(counts);
    indicators(counts, practice.income());
    practice.income().ifPresent(this::income);
    json.writeEndObject();
  }

  /** What is missing without which nothing is counted; left out where nothing is missing. */
  private void awaits(PracticeCounts counts) {
    if (!counts.awaits().isEmpty()) {
      json.writeArrayPropertyStart("awaits");
      counts.awaits().forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void registers(PracticeCounts counts) {
    json.writeArrayPropertyStart("registers");
    for (RegisterCount register : counts.registers()) {
      json.writeStartObject();
      json.writeStringProperty("id", register.id());
      json.writeNumberProperty("count", register.count());
      text("prevalencePercent", Display.percent(register.count(), counts.listSize()));
      restsOn("restsOn", rests -> rests.register(register.id()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** None where there are none, as ever. */
  private void classifications(PracticeCounts counts) {
    if (counts.classes().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("classifications");
    counts.classes().entrySet().stream().sorted(BY_NAME).forEach(this::classification);
    json.writeEndArray();
  }

  private void classification(Map.Entry<ClassLabel, Long> sized) {
    json.writeStartObject();
    json.writeStringProperty("ruleset", sized.getKey().classification().ruleset());
    json.writeStringProperty("id", sized.getKey().classification().name());
    json.writeStringProperty("label", sized.getKey().label());
    json.writeNumberProperty("count", sized.getValue());
    restsOn("restsOn", rests -> rests.classification(sized.getKey().classification()));
    json.writeEndObject();
  }

  private void indicators(PracticeCounts counts, Optional<PracticeIncome> income) {
    json.writeArrayPropertyStart("indicators");
    for (int i = 0; i < counts.indicators().size(); i++) {
      int index = i;
      indicator(counts.indicators().get(i), income.map(all -> all.indicators().get(index)));
    }
    json.writeEndArray();
  }

  private void summed(PracticeCounts counts, List<IndicatorIncome> incomes) {
    json.writeArrayPropertyStart("indicators");
    for (int i = 0; i < incomes.size(); i++) {
      summed(counts.indicators().get(i), incomes.get(i));
    }
    json.writeEndArray();
  }

  private void summed(IndicatorCount count, IndicatorIncome income) {
    json.writeStartObject();
    json.writeStringProperty("id", count.id());
    json.writeNumberProperty("population", count.population());
    count.fraction().ifPresent(fraction -> fraction(count.id(), fraction));
    restsOn("restsOn", rests -> rests.counts(count.id()));
    if (points.hasPoints(count.id())) {
      pointsAndShare(income);
    }
    json.writeEndObject();
  }

  private void indicator(IndicatorCount count, Optional<IndicatorIncome> income) {
    json.writeStartObject();
    json.writeStringProperty("id", count.id());
    json.writeNumberProperty("population", count.population());
    count.fraction().ifPresent(fraction -> fraction(count.id(), fraction));
    restsOn("restsOn", rests -> rests.counts(count.id()));
    income.filter(i -> points.hasPoints(i.id())).ifPresent(this::earned);
    income.ifPresent(i -> i.worth().ifPresent(worth -> worth(i, worth)));
    json.writeEndObject();
  }

  private void fraction(String id, Fraction fraction) {
    json.writeNumberProperty("denominator", fraction.denominator());
    json.writeNumberProperty("numerator", fraction.numerator());
    json.writeArrayPropertyStart("rejected");
    fraction.rejected().forEach(this::rejected);
    json.writeEndArray();
    text("achievementPercent", measurable.achievement(id, fraction));
    measurable.from(id).ifPresent(day -> json.writeStringProperty("measurableFrom", day.toString()));
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
    pointsAndShare(income);
    if (points.hasThresholds(income.id())) {
      number("patientsToLower", income.patientsToLower());
      number("patientsToUpper", income.patientsToUpper());
    }
  }

  private void pointsAndShare(IndicatorIncome income) {
    text("points", income.points().map(Display::points));
    state("pointsState", income.pointsState());
    text("pointsAvailable", income.available().map(Display::points));
    restsOn("pointsRestOn", rests -> rests.points(income.id()));
    if (points.isPaid(income.id())) {
      text("income", income.income().map(Display::money));
      state("incomeState", income.incomeState());
      restsOn("incomeRestsOn", rests -> rests.income(income.id()));
    }
  }

  private void worth(IndicatorIncome income, Worth worth) {
    text("valueOfNextPatient", worth.next().map(Display::money));
    json.writeStringProperty("incomeAtRisk", Display.money(worth.all()));
    restsOn("incomeAtRiskRestsOn", rests -> rests.worth(income.id()));
    income.income().ifPresent(
        earned -> json.writeStringProperty("incomeAvailable", Display.money(earned.add(worth.all()))));
  }

  private void income(PracticeIncome income) {
    if (!income.answered().isEmpty()) {
      json.writeArrayPropertyStart("answered");
      income.answered().forEach(this::answered);
      json.writeEndArray();
    }
    figures(income.measures(), income.payments());
    total(income.payments(), income.total());
  }

  private void answered(IndicatorIncome income) {
    json.writeStartObject();
    json.writeStringProperty("id", income.id());
    earned(income);
    json.writeEndObject();
  }

  private void figures(List<Figure> measures, List<Figure> payments) {
    json.writeArrayPropertyStart("measures");
    measures.forEach(measure -> figure(measure, points.kind(measure.name()), false));
    json.writeEndArray();
    json.writeArrayPropertyStart("payments");
    payments.forEach(payment -> figure(payment, Formula.Kind.MONEY, true));
    json.writeEndArray();
  }

  private void figure(Figure figure, Formula.Kind kind, boolean isPayment) {
    json.writeStartObject();
    json.writeStringProperty("id", figure.name());
    figure.part().ifPresent(part -> {
      json.writeStringProperty("from", part.start().toString());
      json.writeStringProperty("to", part.end().toString());
    });
    text("value", figure.value().map(value -> Display.figure(value, kind)));
    state("state", figure.state());
    texts("awaits", figure.awaits());
    texts("blocks", points.blocks(figure.name()));
    restsOn("restsOn", rests -> isPayment ? rests.payment(figure.name()) : rests.measure(figure.name()));
    json.writeEndObject();
  }

  /** Why there is no value; nothing where there is one. */
  private void state(String name, State state) {
    if (state != State.KNOWN) {
      json.writeStringProperty(name, state.word());
    }
  }

  private void restsOn(String name, Predicate<RestsOn> figure) {
    texts(name, RestsOn.words(told, figure));
  }

  private void texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void total(List<Figure> payments, Optional<BigDecimal> total) {
    json.writeObjectPropertyStart("income");
    json.writeStringProperty("currency", "GBP");
    text("total", total.map(Display::money));
    many("pending", payments, State.PENDING);
    many("notYet", payments, State.NOT_YET);
    restsOn("restsOn", RestsOn::total);
    json.writeEndObject();
  }

  private void many(String name, List<Figure> payments, State state) {
    long count = payments.stream().filter(payment -> payment.state() == state).count();
    if (count > 0) {
      json.writeNumberProperty(name, count);
    }
  }

  private void text(String name, Optional<String> value) {
    value.ifPresentOrElse(v -> json.writeStringProperty(name, v), () -> json.writeNullProperty(name));
  }

  private void number(String name, OptionalLong value) {
    value.ifPresentOrElse(v -> json.writeNumberProperty(name, v), () -> json.writeNullProperty(name));
  }
}
