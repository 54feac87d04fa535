package uk.rubric.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.check.Formula;
import uk.rubric.payment.Gain;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.value.Unit;
import uk.rubric.worklist.Worklist;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.ActEntry;
import uk.rubric.worklist.Worklist.Change;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.IndicatorWork;
import uk.rubric.worklist.Worklist.Later;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.PracticeWhatIf;
import uk.rubric.worklist.Worklist.PracticeWork;
import uk.rubric.worklist.Worklist.Rejection;
import uk.rubric.worklist.Worklist.WhatIfResult;

/**
 * A worklist as {@code rubric-worklist/1}. Its schema is the resource {@value #SCHEMA}; readers ignore fields that they
 * do not know. Money, points and what is null or left out are as in {@link JsonReport}. It names patients.
 */
public final class WorklistJson {
  /** The schema of this format, a resource beside this class. */
  public static final String SCHEMA = "rubric-worklist-1.schema.json";

  private static final String FORMAT = "rubric-worklist/1";

  private final JsonGenerator json;
  private final Worklist list;
  private final boolean pays;
  private final List<RestsOn> told;

  private WorklistJson(JsonGenerator json, Worklist list) {
    this.json = json;
    this.list = list;
    pays = list.plan().service().hasPayments();
    told = RestsOn.told(list.plan());
  }

  /** The document, with a line end. */
  public static String of(Worklist list) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JsonMapper.builder().build().writer().with(JsonReport.layout()).createGenerator(text)) {
      new WorklistJson(json, list).write();
    }
    return text + "\n";
  }

  private void write() {
    json.writeStartObject();
    head();
    json.writeArrayPropertyStart("practices");
    list.practices().forEach(this::practice);
    json.writeEndArray();
    strings("notCovered", list.notCovered());
    whatIfs();
    ForecastJson.write(json, list.plan(), list.forecast());
    JsonReport.setAside(json, list.setAside());
    JsonReport.notes(json, list.plan());
    JsonReport.manifest(json, list.plan(), list.manifest());
    json.writeEndObject();
  }

  private void head() {
    Plan plan = list.plan();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("service", plan.service().name());
    json.writeStringProperty("status", plan.service().status().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("asAt", plan.achievementDate().toString());
    json.writeStringProperty("mode", plan.mode().word());
    json.writeStringProperty("from", list.from().toString());
    json.writeStringProperty("to", list.to().toString());
    json.writeStringProperty("engine", list.engine());
  }

  private void practice(PracticeWork practice) {
    json.writeStartObject();
    json.writeStringProperty("code", practice.practice());
    practice.name().ifPresent(name -> json.writeStringProperty("name", name));
    if (pays) {
      json.writeObjectPropertyStart("income");
      json.writeStringProperty("currency", "GBP");
      money("asAt", practice.incomeNow());
      money("atEnd", practice.incomeAtEnd());
      restsOn(RestsOn::total);
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("indicators");
    practice.indicators().forEach(this::indicator);
    json.writeEndArray();
    json.writeArrayPropertyStart("patients");
    practice.patients().forEach(this::patient);
    json.writeEndArray();
    json.writeNumberProperty("unlisted", practice.unlisted());
    json.writeNumberProperty("died", practice.died());
    json.writeEndObject();
  }

  private void indicator(IndicatorWork work) {
    json.writeStartObject();
    json.writeStringProperty("id", work.id());
    fraction("asAt", work.now());
    fraction("atEnd", work.atEnd());
    json.writeNumberProperty("notAchieved", work.notAchieved());
    json.writeNumberProperty("notAchievedWithAct", work.notAchievedAct());
    json.writeNumberProperty("excepted", work.excepted());
    json.writeNumberProperty("recallable", work.recallable());
    json.writeNumberProperty("willExpire", work.willExpire());
    number("patientsToLower", work.patientsToLower());
    number("patientsToUpper", work.patientsToUpper());
    restsOn(rests -> rests.counts(work.id()));
    json.writeEndObject();
  }

  private void fraction(String name, Fraction fraction) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("denominator", fraction.denominator());
    json.writeNumberProperty("numerator", fraction.numerator());
    json.writeEndObject();
  }

  private void patient(PatientWork patient) {
    json.writeStartObject();
    json.writeNumberProperty("rank", patient.rank());
    json.writeStringProperty("patient", patient.patientId());
    gain(patient.gain());
    patient.gain().ifPresent(gain -> restsOn(rests -> WorklistWords.rests(rests, patient)));
    patient.actBy().ifPresent(day -> json.writeStringProperty("actBy", day.toString()));
    json.writeArrayPropertyStart("indicators");
    patient.gaps().forEach(this::gap);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void gap(Gap gap) {
    json.writeStartObject();
    json.writeStringProperty("id", gap.indicator());
    json.writeStringProperty("standing", gap.standing().word());
    gap.rejection().ifPresent(this::rejection);
    json.writeBooleanProperty("willExpire", gap.willExpire());
    strings("missing", gap.missing());
    gap.act().ifPresent(this::act);
    gain(gap.gain());
    gap.gain().ifPresent(gain -> restsOn(each -> each.worth(gap.indicator())));
    json.writeEndObject();
  }

  private void restsOn(Predicate<RestsOn> figure) {
    List<String> words = RestsOn.words(told, figure);
    if (!words.isEmpty()) {
      strings("restsOn", words);
    }
  }

  private void rejection(Rejection rejection) {
    json.writeNumberProperty("rule", rejection.rule());
    json.writeStringProperty("kind", rejection.reason().kindWord());
    json.writeStringProperty("reason", rejection.reason().name());
  }

  private void act(Act act) {
    json.writeArrayPropertyStart("act");
    act.entries().forEach(this::entry);
    json.writeEndArray();
    json.writeStringProperty("actBy", act.by().toString());
    if (!act.later().isEmpty()) {
      json.writeArrayPropertyStart("later");
      act.later().forEach(this::later);
      json.writeEndArray();
    }
  }

  private void later(Later later) {
    json.writeStartObject();
    json.writeStringProperty("on", later.on().toString());
    json.writeArrayPropertyStart("act");
    later.entries().forEach(this::entry);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void entry(ActEntry entry) {
    json.writeStartObject();
    strings("clusters", entry.clusters());
    entry.value().ifPresent(value -> {
      json.writeStringProperty("value", Display.plain(value));
      json.writeStringProperty("accepts", entry.accepts());
      if (!entry.unit().equals(Unit.NONE)) {
        json.writeStringProperty("unit", entry.unit().text());
      }
    });
    json.writeEndObject();
  }

  private void gain(Optional<Gain> gain) {
    gain.ifPresent(g -> {
      money("pounds", g.pounds());
      g.points().ifPresent(points -> json.writeStringProperty("points", Display.points(points)));
      g.nothing().ifPresent(why -> json.writeStringProperty("worthNothing", why.word()));
    });
  }

  private void money(String name, Optional<BigDecimal> pounds) {
    text(name, pounds.map(Display::money));
  }

  private void text(String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private void number(String name, OptionalLong number) {
    if (number.isPresent()) {
      json.writeNumberProperty(name, number.getAsLong());
    }
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private void whatIfs() {
    if (!list.whatIfs().isEmpty()) {
      json.writeArrayPropertyStart("whatIf");
      list.whatIfs().forEach(this::whatIf);
      json.writeEndArray();
    }
  }

  private void whatIf(WhatIfResult result) {
    json.writeStartObject();
    json.writeStringProperty("register", result.asked().register());
    json.writeNumberProperty("patients", result.asked().patients());
    json.writeNumberProperty("achieved", result.asked().achieved());
    strings("notChanged", result.notChanged());
    json.writeArrayPropertyStart("practices");
    result.practices().forEach(this::whatIf);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void whatIf(PracticeWhatIf practice) {
    Points points = new Points(list.plan().service());
    json.writeStartObject();
    json.writeStringProperty("code", practice.practice());
    json.writeObjectPropertyStart("count");
    json.writeNumberProperty("before", practice.before());
    json.writeNumberProperty("after", practice.after());
    json.writeEndObject();
    if (pays) {
      changes("points", practice.points(), change -> Display::points);
      changes("measures", practice.measures(), change -> value -> Display.figure(value, points.kind(change.name())));
      changes("payments", practice.payments(), change -> value -> Display.figure(value, Formula.Kind.MONEY));
      json.writeObjectPropertyStart("income");
      money("before", practice.incomeBefore());
      money("after", practice.incomeAfter());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void changes(String name, List<Change> changes, Function<Change, Function<BigFraction, String>> display) {
    json.writeArrayPropertyStart(name);
    for (Change change : changes) {
      json.writeStartObject();
      json.writeStringProperty("id", change.name());
      change.part().ifPresent(part -> {
        json.writeStringProperty("from", part.start().toString());
        json.writeStringProperty("to", part.end().toString());
      });
      text("before", change.before().map(display.apply(change)));
      text("after", change.after().map(display.apply(change)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
