package uk.rubric.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/**
 * Checked rules that nobody would write: every form of field over every other, conditions that turn on what is not recorded.
 * The same source of chance gives the same rules.
 */
public final class RandomRules {
  private static final String[] NUMBERS = {"10", "58", "58.0", "80", "140"};
  private static final LocalDate[] DAYS = {LocalDate.of(2012, 6, 1), LocalDate.of(2021, 6, 30)};

  private final Random random;
  private final HandMade made = new HandMade();
  private final List<ClusterId> clusters = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>(List.of(HandMade.REGISTRATION, HandMade.DEREGISTRATION));
  private final List<FieldId> dates = new ArrayList<>();
  private final List<FieldId> values = new ArrayList<>();
  private final List<FieldId> dayArrays = new ArrayList<>();
  private final List<FieldId> valueArrays = new ArrayList<>();

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
        FieldDefinition.Selection.of(sources.get(2), Optional.empty()))));
    valueArrays.add(made.field("READINGS[]", Type.VALUES,
        new FieldDefinition.ReadingOnEach(Extreme.LOWEST, clusters.get(1), dayArrays.get(0), Unit.PERCENT)));
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
    return maybe() ? Extreme.HIGHEST : Extreme.LOWEST;
  }

  // ---- fields

  private void fields() {
    for (int i = 0; i < 10; i++) {
      field("F" + i);
    }
  }

  private void field(String name) {
    switch (random.nextInt(8)) {
      case 0 -> dayArrays.add(made.field(name + "[]", Type.DATES, new FieldDefinition.AllDays(
          FieldDefinition.Selection.of(one(sources), where()))));
      case 1 -> valueArrays.add(made.field(name + "[]", Type.VALUES,
          new FieldDefinition.ReadingOnEach(extreme(), one(clusters), one(dayArrays), Unit.PERCENT)));
      case 2 -> values.add(made.field(name, Type.VALUE,
          new FieldDefinition.Reading(extreme(), one(clusters), one(dates), Unit.PERCENT)));
      case 3 -> values.add(made.field(name, Type.VALUE, new FieldDefinition.Element(one(valueArrays), one(dates))));
      case 4 -> dates.add(made.field(name, Type.DATE,
          new FieldDefinition.ExtremeOf(maybe(), List.of(one(dates), one(dates)))));
      default -> dates.add(made.field(name, Type.DATE, new FieldDefinition.Pick(maybe(), one(sources), where())));
    }
  }

  private Optional<Condition> where() {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(condition(true, 2));
  }

  // ---- conditions

  private Condition condition(boolean ofEntry, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return atom(ofEntry);
    }
    Condition left = condition(ofEntry, depth - 1);
    Condition right = condition(ofEntry, depth - 1);
    return maybe() ? HandMade.and(left, right) : HandMade.or(left, right);
  }

  private Condition atom(boolean ofEntry) {
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Presence(maybe() ? date(ofEntry) : value(ofEntry), maybe(), HandMade.span("presence"));
      case 1 -> HandMade.is(value(ofEntry), comparator(), maybe() ? number() : value(ofEntry));
      default -> HandMade.is(date(ofEntry), comparator(), date(ofEntry));
    };
  }

  private Operand date(boolean ofEntry) {
    if (ofEntry && maybe()) {
      return new Operand.EntryDate();
    }
    Operand base = one(
        () -> HandMade.of(one(dates)),
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
    Operand on = ofEntry && maybe() ? new Operand.EntryDate() : HandMade.of(one(dates));
    return maybe() ? HandMade.of(one(values)) : new Operand.Element(one(valueArrays), on);
  }

  // ---- ladders

  private void ladders() {
    made.population(false, "GMS", Optional.empty(), rules());
    made.population(true, "REG", Optional.of("GMS"), rules());
    for (int i = 0; i < 3; i++) {
      Ladder denominator = HandMade.ladder(rules());
      made.indicator("IND" + i, maybe() ? "GMS" : "REG", Optional.of(denominator), Optional.of(HandMade.ladder(rules())));
    }
  }

  private Rule[] rules() {
    Rule[] rules = new Rule[1 + random.nextInt(4)];
    for (int i = 0; i < rules.length; i++) {
      boolean last = i == rules.length - 1;
      rules[i] = HandMade.rule(3 * i + 1, condition(false, 3), last ? ActionKind.SELECT : action(),
          last ? end() : ActionKind.NEXT);
    }
    return rules;
  }

  private ActionKind action() {
    return ActionKind.values()[random.nextInt(3)];
  }

  private ActionKind end() {
    return maybe() ? ActionKind.SELECT : ActionKind.REJECT;
  }
}
