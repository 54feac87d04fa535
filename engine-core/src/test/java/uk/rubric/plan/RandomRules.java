package uk.rubric.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Keep;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.RulesetNode.PopulationKind;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/**
 * Checked rules that nobody would write: every form of field over every other, conditions that turn on what is not
 * recorded. The same source of chance gives the same rules.
 */
public final class RandomRules {
  private static final String[] NUMBERS = {"0", "1", "2", "10", "58", "58.0", "80", "140"};
  private static final LocalDate[] DAYS = {LocalDate.of(2012, 6, 1), LocalDate.of(2021, 6, 30)};

  private final Random random;
  private final HandMade made = new HandMade();
  private final List<ClusterId> clusters = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>(List.of(HandMade.REGISTRATION, HandMade.DEREGISTRATION));
  private final List<FieldId> dates = new ArrayList<>();
  private final List<FieldId> values = new ArrayList<>();
  private final List<FieldId> dayArrays = new ArrayList<>();
  private final List<FieldId> valueArrays = new ArrayList<>();
  private final List<FieldId> entryArrays = new ArrayList<>();
  private final List<FieldId> answers = new ArrayList<>();
  private final List<FieldId> labels = new ArrayList<>();
  private final List<PopulationId> groups = new ArrayList<>();
  private final List<PopulationId> classes = new ArrayList<>();
  private final List<Operand.Bound> looked = new ArrayList<>();
  private boolean inRule;

  private RandomRules(Random random) {
    this.random = random;
  }

  public static Plan plan(Random random) {
    RandomRules rules = new RandomRules(random);
    rules.clusters();
    rules.fields();
    rules.ladders();
    return rules.made.plan();
  }

  private void clusters() {
    String[] names = {"A_COD", "B_COD", "C_COD"};
    for (int i = 0; i < names.length; i++) {
      Source source = made.cluster(names[i], 100 + i, 101 + i);
      sources.add(source);
      sources.add(source);
      clusters.add(HandMade.clusterId(names[i]));
      dates.add(made.latest(names[i] + "_DAT", source));
    }
    dayArrays.add(made.field("ALL[]", Type.DATES, new FieldDefinition.AllDays(
        Selection.of(sources.get(2), Optional.empty()))));
    valueArrays.add(made.field("READINGS[]", Type.VALUES,
        new FieldDefinition.ReadingOnEach(Extreme.LOWEST, clusters.get(1), dayArrays.get(0), Unit.PERCENT)));
    entryArrays.add(made.field("ENTRIES[]", Type.ENTRIES, new FieldDefinition.AllEntries(
        Selection.of(sources.get(3), Optional.empty()))));
    labels.add(made.field("SEX", Type.LABEL, new FieldDefinition.Sex()));
    values.add(made.field("READING", Type.VALUE,
        new FieldDefinition.Reading(Extreme.HIGHEST, clusters.get(2), dates.get(2), Unit.PERCENT)));
  }

  // ---- chance

  private boolean maybe() {
    return random.nextBoolean();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @SafeVarargs
  private <T> T one(Supplier<T>... of) {
    return of[random.nextInt(of.length)].get();
  }

  private Comparator comparator() {
    return Comparator.values()[random.nextInt(Comparator.values().length)];
  }

  private Extreme extreme() {
    return one(List.of(
        Extreme.HIGHEST, Extreme.LOWEST, Extreme.LAST_ENTERED_HIGHEST, Extreme.LAST_ENTERED_LOWEST));
  }

  // ---- fields

  private void fields() {
    for (int i = 0; i < 10; i++) {
      field("F" + i);
    }
  }

  private void field(String name) {
    switch (random.nextInt(16)) {
      case 0, 1 -> dayArrays.add(made.field(name + "[]", Type.DATES, new FieldDefinition.AllDays(selection())));
      case 2 -> valueArrays.add(made.field(name + "[]", Type.VALUES,
          new FieldDefinition.ReadingOnEach(extreme(), one(clusters), one(dayArrays), Unit.PERCENT)));
      case 3 -> entryArrays.add(made.field(name + "[]", Type.ENTRIES,
          new FieldDefinition.AllEntries(Selection.of(source(), where()))));
      case 4 -> answers.add(made.field(name, Type.ANSWER, new FieldDefinition.Whether(condition(false, 2))));
      default -> single(name, made.fields);
    }
  }

  /** A date or value, which may be drawn anew for each entry of a unit. */
  private FieldId single(String name, List<CheckedField> into) {
    return switch (random.nextInt(8)) {
      case 0 -> add(name, into, values,
          new FieldDefinition.Reading(extreme(), one(clusters), one(dates), Unit.PERCENT));
      case 1 -> add(name, into, values, new FieldDefinition.Element(one(valueArrays), one(dates)));
      case 2 -> add(name, into, values, maybe()
          ? new FieldDefinition.Count(Selection.of(source(), where()), true)
          : new FieldDefinition.Count(selection(), false));
      case 3 -> add(name, into, values,
          new FieldDefinition.ExtremeOf(maybe(), List.of(one(values), one(values))));
      case 4 -> add(name, into, dates, new FieldDefinition.ExtremeOf(maybe(), List.of(one(dates), one(dates))));
      case 5 -> add(name, into, dates,
          new FieldDefinition.Conditional(condition(false, 1), date(false), date(false)));
      default -> add(name, into, dates, new FieldDefinition.Pick(maybe(), source(), where()));
    };
  }

  private FieldId add(String name, List<CheckedField> into, List<FieldId> known, FieldDefinition definition) {
    FieldId id = HandMade.id(name);
    Type type = known == values ? Type.VALUE : Type.DATE;
    into.add(new CheckedField(id, type, Unit.NONE, definition, List.of(), HandMade.span(name)));
    known.add(id);
    return id;
  }

  private Source source() {
    return switch (random.nextInt(6)) {
      case 0 -> new Source.Array(one(dayArrays));
      case 1 -> new Source.Array(one(valueArrays));
      case 2 -> new Source.Array(one(entryArrays));
      default -> one(sources);
    };
  }

  private Selection selection() {
    OptionalInt spacing = random.nextInt(3) == 0 ? OptionalInt.of(1 + random.nextInt(12)) : OptionalInt.empty();
    Optional<Keep> keep =
        random.nextInt(3) == 0 ? Optional.of(new Keep(maybe(), 1 + random.nextInt(3))) : Optional.empty();
    return new Selection(source(), where(), spacing, keep);
  }

  private Optional<Condition> where() {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(condition(true, 2));
  }

  // ---- conditions

  private Condition condition(boolean ofEntry, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return atom(ofEntry);
    }
    List<Condition> parts = IntStream.range(0, 2 + random.nextInt(2))
        .mapToObj(i -> condition(ofEntry, depth - 1)).toList();
    return switch (random.nextInt(8)) {
      case 0 -> new Condition.NoneOf(parts, HandMade.span("none of"));
      case 1 -> new Condition.AtLeast(1 + random.nextInt(parts.size()), parts, HandMade.span("at least"));
      case 2, 3 -> some(ofEntry, depth - 1);
      case 4, 5 -> new Condition.AllOf(parts, HandMade.span("and"));
      default -> new Condition.AnyOf(parts, HandMade.span("or"));
    };
  }

  private Condition some(boolean ofEntry, int depth) {
    FieldId array = one(() -> one(dayArrays), () -> one(valueArrays), () -> one(entryArrays));
    Operand.Bound bound = new Operand.Bound("R" + looked.size(), array);
    looked.add(bound);
    Condition has = condition(ofEntry, depth);
    looked.remove(bound);
    return new Condition.Some(bound, has, HandMade.span("some"));
  }

  private Condition atom(boolean ofEntry) {
    return switch (random.nextInt(9)) {
      case 0 -> new Condition.Presence(maybe() ? date(ofEntry) : value(ofEntry), maybe(), HandMade.span("presence"));
      case 1, 2 -> HandMade.is(value(ofEntry), comparator(), maybe() ? number() : value(ofEntry));
      case 3 -> ofEntry ? ofEntry() : ofPatient();
      case 4 -> answers.isEmpty() ? label(one(labels)) : answer();
      default -> HandMade.is(date(ofEntry), comparator(), date(ofEntry));
    };
  }

  private Condition ofEntry() {
    return maybe()
        ? new Condition.OneOf(new Operand.EntryEpisode(), List.of("FIRST", "NEW"), maybe(), HandMade.span("episode"))
        : new Condition.SameEntry(one(clusters), atom(true), HandMade.span("same entry"));
  }

  /** Of the decisions of other ladders, which rules alone may ask, once there are some. */
  private Condition ofPatient() {
    if (!inRule || groups.isEmpty() || maybe() && classes.isEmpty()) {
      return label(one(labels));
    }
    return classes.isEmpty() || maybe()
        ? new Condition.Member(one(groups), maybe(), HandMade.span("in"))
        : new Condition.OneOf(
            new Operand.Classification(one(classes)), List.of("ONE"), maybe(), HandMade.span("class"));
  }

  private Condition label(FieldId field) {
    return new Condition.OneOf(HandMade.of(field), List.of("FEMALE"), maybe(), HandMade.span("label"));
  }

  private Condition answer() {
    return new Condition.Answer(new Operand.Field(one(answers)), maybe(), HandMade.span("is yes"));
  }

  private Operand date(boolean ofEntry) {
    if (ofEntry && maybe()) {
      return new Operand.EntryDate();
    }
    List<Operand.Bound> days = looked.stream().filter(bound -> !valueArrays.contains(bound.array())).toList();
    Operand base = !days.isEmpty() && maybe() ? one(days) : one(
        () -> HandMade.of(one(dates)),
        () -> new Operand.Attained(random.nextInt(60), maybe() ? DateUnit.MONTHS : DateUnit.YEARS),
        () -> HandMade.of(one(dates)),
        () -> HandMade.day(maybe() ? "PPED" : "QSSD"),
        () -> new Operand.FixedDay(DAYS[random.nextInt(DAYS.length)]));
    return random.nextInt(3) == 0
        ? new Operand.Shifted(base, random.nextInt(25) - 12, DateUnit.values()[random.nextInt(4)])
        : base;
  }

  private Operand number() {
    return new Operand.Number(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
  }

  private Operand value(boolean ofEntry) {
    if (ofEntry && maybe()) {
      return new Operand.EntryValue(maybe() ? Optional.of(Unit.PERCENT) : Optional.empty());
    }
    List<Operand.Bound> readings = looked.stream().filter(bound -> valueArrays.contains(bound.array())).toList();
    if (!readings.isEmpty() && maybe()) {
      return one(readings);
    }
    if (random.nextInt(4) == 0) {
      return new Operand.Count(one(() -> one(dayArrays), () -> one(valueArrays), () -> one(entryArrays)));
    }
    Operand on = ofEntry && maybe() ? new Operand.EntryDate() : HandMade.of(one(dates));
    return maybe() ? HandMade.of(one(values)) : new Operand.Element(one(valueArrays), on);
  }

  // ---- ladders

  private void ladders() {
    inRule = true;
    population(PopulationKind.GROUP, "GMS", Optional.empty());
    population(PopulationKind.COHORT, "COHORT", Optional.of("GMS"));
    population(PopulationKind.CLASSIFICATION, "TIER", Optional.of("GMS"));
    population(PopulationKind.REGISTER, "REG", Optional.of("GMS"));
    for (int i = 0; i < 2; i++) {
      Ladder denominator = HandMade.ladder(rules());
      Ladder numerator = HandMade.ladder(rules());
      made.indicator("IND" + i, maybe() ? "GMS" : "REG", Optional.of(denominator), Optional.of(numerator));
    }
    ofEach("EACH0", one(dayArrays));
    ofEach("EACH1", one(entryArrays));
  }

  private void population(PopulationKind kind, String name, Optional<String> parent) {
    PopulationId id = new PopulationId(HandMade.RULESET, name);
    boolean gives = kind == PopulationKind.CLASSIFICATION;
    Ladder ladder = HandMade.ladder(gives ? giving() : rules());
    made.populations.add(new Population(id, kind, name, Optional.empty(),
        parent.map(p -> new PopulationId(HandMade.RULESET, p)), ladder, List.of(), HandMade.span(name)));
    (gives ? classes : groups).add(id);
  }

  private Rule[] giving() {
    Action one = new Action(ActionKind.GIVE, Optional.empty(), Optional.of("ONE"));
    Action two = new Action(ActionKind.GIVE, Optional.empty(), Optional.of("TWO"));
    Rule first = new Rule(1, Optional.of(condition(false, 2)), one, Action.of(ActionKind.NEXT), List.of(),
        Optional.empty(), HandMade.span("rule 1"));
    Rule last = new Rule(2, Optional.of(condition(false, 2)), two, one, List.of(), Optional.empty(),
        HandMade.span("rule 2"));
    return new Rule[] {first, last};
  }

  /** Each entry of an array on its own, with fields that are drawn for each. */
  private void ofEach(String name, FieldId array) {
    Operand.Bound bound = new Operand.Bound(array.name(), array);
    looked.add(bound);
    List<CheckedField> own = new ArrayList<>();
    inRule = false;
    List<FieldId> drawn = List.of(single(name + ".F0", own), single(name + ".F1", own));
    inRule = true;
    Ladder denominator = HandMade.ladder(rules());
    Ladder numerator = HandMade.ladder(rules());
    looked.remove(bound);
    dates.removeAll(drawn);
    values.removeAll(drawn);
    Optional<PopulationId> parent = maybe() ? Optional.of(one(groups)) : Optional.empty();
    made.indicators.add(new Indicator(HandMade.RULESET, name, name, Optional.of(new Each(array, own)), parent,
        Optional.of(denominator), Optional.of(numerator), List.of(), HandMade.span(name)));
  }

  private Rule[] rules() {
    Rule[] rules = new Rule[1 + random.nextInt(4)];
    for (int i = 0; i < rules.length; i++) {
      boolean last = i == rules.length - 1;
      rules[i] = HandMade.rule(3 * i + 1, condition(false, 2), last ? ActionKind.SELECT : action(),
          last ? end() : ActionKind.NEXT);
    }
    return rules;
  }

  private ActionKind action() {
    return one(List.of(ActionKind.NEXT, ActionKind.SELECT, ActionKind.REJECT));
  }

  private ActionKind end() {
    return maybe() ? ActionKind.SELECT : ActionKind.REJECT;
  }
}
