package uk.rubric.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.rubric.analysis.Slots.Purpose;
import uk.rubric.analysis.SymbolicPatient.SymbolicEntry;
import uk.rubric.analysis.SymbolicPatient.SymbolicStay;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/**
 * A patient of whom nothing is known, as the rules of a plan see them: the counterpart of
 * {@link uk.rubric.evaluate.PatientView}, with propositions for truths. What a field holds is stated to the solver when
 * something first asks for it. Not thread-safe.
 */
final class SymbolicView {
  private static final int NO_DAY = -1;

  private final int side;
  private final Slots slots;
  private final Subject subject;
  private final Plan plan;
  private final Solver solver;
  private final SymbolicPatient patient;
  private final Calendar calendar;
  private final Scale scale;
  private final Function<String, Whole> days;
  private final Map<FieldId, Seen> contents = new HashMap<>();
  private final Map<Purpose, Proposition> members = new HashMap<>();
  private final Map<Purpose, Seen> readings = new HashMap<>();

  /** Something of which a field may choose the greatest or least. */
  private record Choice(Proposition chosen, Whole number) {}

  SymbolicView(
      int side,
      Subject subject,
      Solver solver,
      Slots slots,
      SymbolicPatient patient,
      Calendar calendar,
      Scale scale,
      Function<String, Whole> days) {
    this.side = side;
    this.slots = slots;
    this.subject = subject;
    this.plan = subject.plan();
    this.solver = solver;
    this.patient = patient;
    this.calendar = calendar;
    this.scale = scale;
    this.days = days;
  }

  /** Whether a condition of a rule holds. */
  Proposition holds(Condition condition) {
    return condition.accept(new Asking(Optional.empty(), Optional.empty(), NO_DAY));
  }

  /** What a field that is no array holds. */
  Seen content(FieldId field) {
    Seen known = contents.get(field);
    if (known == null) {
      known = plan.field(field).definition().accept(new Definitions(field));
      contents.put(field, known);
      nameDay(field, known);
    }
    return known;
  }

  /** What is read on the day of a field is read on a day that has a number. */
  private void nameDay(FieldId field, Seen content) {
    Optional<Integer> number = slots.day(side, field);
    if (number.isPresent() && content instanceof Seen.Number day) {
      solver.state(solver.implies(day.recorded(), solver.equal(day.number(), patient.day(number.get()))));
    }
  }

  /** The day of a pick is that of the entry or registration that stands for it, beyond which no other counts. */
  private Seen pick(FieldId field, FieldDefinition.Pick form) {
    Purpose own = new Purpose(side, field, slots.day(side, field).orElseThrow());
    Map<Purpose, Choice> choices = choices(form.source(), form.where());
    Proposition recorded = there(form.source(), own);
    Whole day = choices.get(own).number();
    for (Choice choice : choices.values()) {
      Proposition within =
          form.latest() ? solver.atMost(choice.number(), day) : solver.atMost(day, choice.number());
      solver.state(solver.implies(choice.chosen(), solver.all(recorded, within)));
    }
    solver.state(solver.implies(recorded, choices.get(own).chosen()));
    return new Seen.Number(recorded, day);
  }

  private Proposition there(Source source, Purpose purpose) {
    return source instanceof Source.Cluster cluster
        ? patient.entries(subject.key(cluster.id())).get(purpose).present()
        : patient.stays().get(purpose).present();
  }

  /** Whether an array of days has the day of that number: when the entry is there that stands for it. */
  private Proposition member(FieldId array, int dayNumber) {
    Purpose own = new Purpose(side, array, dayNumber);
    Proposition known = members.get(own);
    if (known == null) {
      FieldDefinition.AllDays form = (FieldDefinition.AllDays) plan.field(array).definition();
      known = there(form.selection().source(), own);
      members.put(own, known);
      Map<Purpose, Choice> choices = choices(form.selection().source(), form.selection().where());
      Whole day = patient.day(dayNumber);
      for (Choice choice : choices.values()) {
        solver.state(solver.implies(solver.all(choice.chosen(), solver.equal(choice.number(), day)), known));
      }
      Choice chosen = choices.get(own);
      solver.state(solver.implies(known, solver.all(chosen.chosen(), solver.equal(chosen.number(), day))));
    }
    return known;
  }

  /** Of each entry or registration of a source whether it satisfies {@code where}, and its day. */
  private Map<Purpose, Choice> choices(Source source, Optional<Condition> where) {
    Map<Purpose, Choice> choices = new LinkedHashMap<>();
    if (source instanceof Source.Cluster cluster) {
      patient.entries(subject.key(cluster.id())).forEach((purpose, entry) -> {
        Asking asking = new Asking(Optional.of(entry.day()), Optional.of(entry), purpose.day());
        choices.put(purpose, choice(entry.present(), entry.day(), where, asking));
      });
    } else {
      boolean start = source instanceof Source.Registration;
      patient.stays().forEach((purpose, stay) -> choices.put(purpose, choice(stay, start, where)));
    }
    return choices;
  }

  private Choice choice(SymbolicStay stay, boolean start, Optional<Condition> where) {
    Whole day = start ? stay.start() : stay.end();
    Proposition there = start ? stay.present() : solver.all(stay.present(), stay.ended());
    return choice(there, day, where, new Asking(Optional.of(day), Optional.empty(), NO_DAY));
  }

  private Choice choice(Proposition there, Whole day, Optional<Condition> where, Asking asking) {
    Proposition wanted = where.map(condition -> condition.accept(asking)).orElse(solver.truth(true));
    return new Choice(solver.all(there, wanted), day);
  }

  /** The value that the entry has that stands for a reading, beyond which no other of the day lies. */
  private Seen reading(Purpose own, Extreme extreme, ClusterKey cluster, Unit unit, Proposition asked) {
    Whole day = patient.day(own.day());
    SymbolicEntry chosen = patient.entries(cluster).get(own);
    Proposition recorded = chosen.present();
    solver.state(solver.implies(recorded, solver.all(asked, chosen.hasValue(unit))));
    for (SymbolicEntry entry : patient.entries(cluster).values()) {
      Proposition counts =
          solver.all(asked, entry.present(), entry.hasValue(unit), solver.equal(entry.day(), day));
      Proposition within =
          extreme == Extreme.HIGHEST
              ? solver.atMost(entry.value(), chosen.value())
              : solver.atMost(chosen.value(), entry.value());
      solver.state(solver.implies(counts, solver.all(recorded, within)));
    }
    return new Seen.Number(recorded, chosen.value());
  }

  /** The entry of an array of values on a day that has a number. */
  private Seen element(FieldId array, int dayNumber) {
    Purpose own = new Purpose(side, array, dayNumber);
    Seen known = readings.get(own);
    if (known == null) {
      FieldDefinition.ReadingOnEach form = (FieldDefinition.ReadingOnEach) plan.field(array).definition();
      Proposition member = member(form.days(), dayNumber);
      known = reading(own, form.extreme(), subject.key(form.cluster()), form.unit(), member);
      readings.put(own, known);
    }
    return known;
  }

  private Seen element(FieldId array, FieldId on) {
    Seen.Number day = number(content(on));
    Seen.Number value = number(element(array, slots.day(side, on).orElseThrow()));
    return new Seen.Number(solver.all(day.recorded(), value.recorded()), value.number());
  }

  private Seen element(FieldId array, Operand on, Seen.Number day) {
    int number = slots.day(side, on).orElseThrow();
    solver.state(solver.implies(day.recorded(), solver.equal(day.number(), patient.day(number))));
    Seen.Number value = number(element(array, number));
    return new Seen.Number(solver.all(day.recorded(), value.recorded()), value.number());
  }

  /** The greatest or least of what is chosen; not recorded when nothing is. */
  private Seen extreme(boolean greatest, List<Choice> choices) {
    Proposition recorded = solver.any(choices.stream().map(Choice::chosen).toList());
    Whole found = solver.newWhole();
    List<Proposition> equalled = new ArrayList<>();
    for (Choice choice : choices) {
      Proposition within =
          greatest ? solver.atMost(choice.number(), found) : solver.atMost(found, choice.number());
      solver.state(solver.implies(choice.chosen(), within));
      equalled.add(solver.all(choice.chosen(), solver.equal(found, choice.number())));
    }
    solver.state(solver.implies(recorded, solver.any(equalled)));
    return new Seen.Number(recorded, found);
  }

  private static Seen.Number number(Seen seen) {
    if (seen instanceof Seen.Number number) {
      return number;
    }
    throw new Unsupported("an age stands where a date is needed");
  }

  /** How each form of definition gets its content. */
  private final class Definitions implements FieldDefinition.Visitor<Seen> {
    private final FieldId id;

    Definitions(FieldId id) {
      this.id = id;
    }

    @Override
    public Seen patientId(FieldDefinition.PatientId form) {
      return new Seen.Identifier(solver.truth(true));
    }

    @Override
    public Seen ageAt(FieldDefinition.AgeAt form) {
      Seen.Number day = number(form.day().accept(new Asking(Optional.empty(), Optional.empty(), NO_DAY)));
      Proposition alive = solver.atMost(patient.born(), day.number());
      return new Seen.Age(solver.all(day.recorded(), alive), day.number(), form.unit());
    }

    @Override
    public Seen pick(FieldDefinition.Pick form) {
      return SymbolicView.this.pick(id, form);
    }

    @Override
    public Seen allDays(FieldDefinition.AllDays form) {
      throw new IllegalArgumentException("an array has no single content");
    }

    @Override
    public Seen reading(FieldDefinition.Reading form) {
      if (form.extreme().isLastEntered()) {
        throw new Unsupported("the order of entering is not put to the solver yet");
      }
      Proposition recorded = content(form.on()).recorded();
      Purpose own = new Purpose(side, id, slots.day(side, form.on()).orElseThrow());
      return SymbolicView.this.reading(own, form.extreme(), subject.key(form.cluster()), form.unit(), recorded);
    }

    @Override
    public Seen readingOnEach(FieldDefinition.ReadingOnEach form) {
      throw new IllegalArgumentException("an array has no single content");
    }

    @Override
    public Seen extremeOf(FieldDefinition.ExtremeOf form) {
      List<Choice> choices =
          form.fields().stream()
              .map(field -> number(content(field)))
              .map(seen -> new Choice(seen.recorded(), seen.number()))
              .toList();
      return extreme(form.greatest(), choices);
    }

    @Override
    public Seen sex(FieldDefinition.Sex form) {
      throw new Unsupported("a sex is not put to the solver yet");
    }

    @Override
    public Seen allEntries(FieldDefinition.AllEntries form) {
      throw new Unsupported("an array of entries is not put to the solver yet");
    }

    @Override
    public Seen count(FieldDefinition.Count form) {
      throw new Unsupported("a count is not put to the solver yet");
    }

    @Override
    public Seen conditional(FieldDefinition.Conditional form) {
      throw new Unsupported("an `if` is not put to the solver yet");
    }

    @Override
    public Seen whether(FieldDefinition.Whether form) {
      throw new Unsupported("a `whether` is not put to the solver yet");
    }

    @Override
    public Seen element(FieldDefinition.Element form) {
      return SymbolicView.this.element(form.array(), form.at());
    }
  }

  /** Conditions and operands, asked of the patient and, within a {@code where}, of one entry. */
  private final class Asking implements Condition.Visitor<Proposition>, Operand.Visitor<Seen> {
    private final Optional<Whole> entryDay;
    private final Optional<SymbolicEntry> entry;
    private final int entryDayNumber;

    Asking(Optional<Whole> entryDay, Optional<SymbolicEntry> entry, int entryDayNumber) {
      this.entryDay = entryDay;
      this.entry = entry;
      this.entryDayNumber = entryDayNumber;
    }

    @Override
    public Proposition allOf(Condition.AllOf condition) {
      return solver.all(condition.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Proposition anyOf(Condition.AnyOf condition) {
      return solver.any(condition.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Proposition presence(Condition.Presence condition) {
      Proposition recorded = condition.subject().accept(this).recorded();
      return condition.recorded() ? recorded : solver.not(recorded);
    }

    @Override
    public Proposition comparison(Condition.Comparison condition) {
      if (condition.right() instanceof Operand.Age years) {
        return ages(condition.left().accept(this), condition.comparator(), years.completed());
      }
      if (condition.left() instanceof Operand.Age years) {
        return ages(condition.right().accept(this), Comparisons.turned(condition.comparator()), years.completed());
      }
      return numbers(condition);
    }

    private Proposition numbers(Condition.Comparison condition) {
      Seen left = condition.left().accept(this);
      Seen right = condition.right().accept(this);
      if (left instanceof Seen.Number one && right instanceof Seen.Number other) {
        return solver.all(
            one.recorded(), other.recorded(), solver.compare(one.number(), condition.comparator(), other.number()));
      }
      throw new Unsupported("an age is compared with an age");
    }

    private Proposition ages(Seen seen, Comparator comparator, int years) {
      Seen.Age age = (Seen.Age) seen;
      Proposition atLeast = atLeast(age, years);
      Proposition more = atLeast(age, years + 1);
      Proposition holds =
          switch (comparator) {
            case EQUAL -> solver.all(atLeast, solver.not(more));
            case NOT_EQUAL -> solver.any(solver.not(atLeast), more);
            case LESS -> solver.not(atLeast);
            case AT_MOST -> solver.not(more);
            case MORE -> more;
            case AT_LEAST -> atLeast;
          };
      return solver.all(age.recorded(), holds);
    }

    /** An age is completed on a day when birth is not after that day so many years before, clamped or not. */
    private Proposition atLeast(Seen.Age age, int amount) {
      return solver.atMost(patient.born(), calendar.shift(age.day(), -amount, age.unit()));
    }

    @Override
    public Seen field(Operand.Field operand) {
      return content(operand.id());
    }

    @Override
    public Seen day(Operand.Day operand) {
      return known(days.apply(operand.name()));
    }

    @Override
    public Seen fixedDay(Operand.FixedDay operand) {
      return known(Whole.of(operand.date().toEpochDay()));
    }

    @Override
    public Seen number(Operand.Number operand) {
      return known(Whole.of(scale.whole(operand.number())));
    }

    private Seen known(Whole number) {
      return new Seen.Number(solver.truth(true), number);
    }

    @Override
    public Seen age(Operand.Age operand) {
      throw new Unsupported("an age is compared with an age");
    }

    @Override
    public Proposition atLeast(Condition.AtLeast condition) {
      throw new Unsupported("`at least` of some conditions is not put to the solver yet");
    }

    @Override
    public Proposition noneOf(Condition.NoneOf condition) {
      throw new Unsupported("`none of` some conditions is not put to the solver yet");
    }

    @Override
    public Proposition some(Condition.Some condition) {
      throw new Unsupported("`some` of an array is not put to the solver yet");
    }

    @Override
    public Proposition sameEntry(Condition.SameEntry condition) {
      throw new Unsupported("a linked entry is not put to the solver yet");
    }

    @Override
    public Proposition member(Condition.Member condition) {
      throw new Unsupported("membership is not put to the solver yet");
    }

    @Override
    public Proposition oneOf(Condition.OneOf condition) {
      throw new Unsupported("a label is not put to the solver yet");
    }

    @Override
    public Proposition answer(Condition.Answer condition) {
      throw new Unsupported("a yes or no is not put to the solver yet");
    }

    @Override
    public Seen attained(Operand.Attained operand) {
      throw new Unsupported("the day of an age is not put to the solver yet");
    }

    @Override
    public Seen count(Operand.Count operand) {
      throw new Unsupported("a count is not put to the solver yet");
    }

    @Override
    public Seen bound(Operand.Bound operand) {
      throw new Unsupported("an entry of an array is not put to the solver yet");
    }

    @Override
    public Seen entryEpisode(Operand.EntryEpisode operand) {
      throw new Unsupported("an episode is not put to the solver yet");
    }

    @Override
    public Seen classification(Operand.Classification operand) {
      throw new Unsupported("a classification is not put to the solver yet");
    }

    @Override
    public Seen shifted(Operand.Shifted operand) {
      Seen.Number base = SymbolicView.number(operand.base().accept(this));
      return new Seen.Number(base.recorded(), calendar.shift(base.number(), operand.amount(), operand.unit()));
    }

    @Override
    public Seen entryDate(Operand.EntryDate operand) {
      return known(entryDay.orElseThrow());
    }

    @Override
    public Seen entryValue(Operand.EntryValue operand) {
      SymbolicEntry tested = entry.orElseThrow();
      Proposition there = operand.unit().map(tested::hasValue).orElseGet(tested::hasValue);
      return new Seen.Number(there, tested.value());
    }

    @Override
    public Seen element(Operand.Element operand) {
      if (operand.on() instanceof Operand.EntryDate && entryDayNumber != NO_DAY) {
        return SymbolicView.this.element(operand.array(), entryDayNumber);
      }
      if (operand.on() instanceof Operand.Field field) {
        return SymbolicView.this.element(operand.array(), field.id());
      }
      if (Slots.movesWithEntry(operand.on())) {
        throw new Unsupported("an array is asked about a day that moves with each entry");
      }
      return SymbolicView.this.element(operand.array(), operand.on(), SymbolicView.number(operand.on().accept(this)));
    }
  }
}
