package uk.rubric.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.rubric.analysis.Slots.Purpose;
import uk.rubric.analysis.SymbolicPatient.SymbolicEntry;
import uk.rubric.analysis.SymbolicPatient.SymbolicStay;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.Unit;

/**
 * A patient of whom nothing is known, as the rules of a plan see them: the counterpart of
 * {@link uk.rubric.evaluate.PatientView}, with propositions for truths. What a field holds is stated to the solver
 * when something first asks for it. Not thread-safe.
 */
final class SymbolicView {
  static final int NO_DAY = -1;

  final int side;
  final Slots slots;
  final Subject subject;
  final Plan plan;
  final Solver solver;
  final SymbolicPatient patient;
  final Calendar calendar;
  final Scale scale;
  final Function<String, Whole> days;
  private final Supplier<SymbolicLadders> ladders;
  private final Map<FieldId, Seen> contents = new HashMap<>();
  private final Map<Purpose, Proposition> members = new HashMap<>();
  private final Map<Purpose, Seen> readings = new HashMap<>();
  private final Map<Condition.Some, Proposition> somes = new HashMap<>();
  private final List<Runnable> unsettled = new ArrayList<>();

  /** Something of which a field may choose the greatest or least. */
  record Choice(Proposition chosen, Whole number) {}

  SymbolicView(
      int side,
      Subject subject,
      Solver solver,
      Slots slots,
      SymbolicPatient patient,
      Calendar calendar,
      Scale scale,
      Function<String, Whole> days,
      Supplier<SymbolicLadders> ladders) {
    this.ladders = ladders;
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

  /** Remembers what something is, before all is stated of it: it may be asked of itself. */
  <K, V> void keep(Map<K, V> known, K key, V value) {
    known.put(key, value);
    unsettled.add(() -> known.remove(key));
  }

  /** All that is remembered is stated in full. */
  void settle() {
    unsettled.clear();
  }

  /** A question could not be put: what it made known is stated in part, and another that rests on it would go wrong. */
  void forgetUnsettled() {
    unsettled.forEach(Runnable::run);
    unsettled.clear();
  }

  /** Whether a condition of a rule holds. */
  Proposition holds(Condition condition) {
    return condition.accept(Asking.ofPatient(this));
  }

  /** What a field that is no array holds. */
  Seen content(FieldId field) {
    Seen known = contents.get(field);
    if (known == null) {
      known = plan.field(field).definition().accept(new SymbolicDefinitions(this, field));
      keep(contents, field, known);
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
  Seen pick(FieldId field, FieldDefinition.Pick form) {
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
      keep(members, own, known);
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
        Asking asking = Asking.ofEntry(this, entry, purpose.day());
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
    return choice(there, day, where, Asking.ofStay(this, day));
  }

  private Choice choice(Proposition there, Whole day, Optional<Condition> where, Asking asking) {
    Proposition wanted = where.map(condition -> condition.accept(asking)).orElse(solver.truth(true));
    return new Choice(solver.all(there, wanted), day);
  }

  /** The value that the entry has that stands for a reading, beyond which no other of the day lies. */
  Seen reading(Purpose own, Extreme extreme, ClusterKey cluster, Unit unit, Proposition asked) {
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
  Seen element(FieldId array, int dayNumber) {
    Purpose own = new Purpose(side, array, dayNumber);
    Seen known = readings.get(own);
    if (known == null) {
      FieldDefinition.ReadingOnEach form = (FieldDefinition.ReadingOnEach) plan.field(array).definition();
      Proposition member = member(form.days(), dayNumber);
      known = reading(own, form.extreme(), subject.key(form.cluster()), form.unit(), member);
      keep(readings, own, known);
    }
    return known;
  }

  Seen element(FieldId array, FieldId on) {
    Seen.Number day = number(content(on));
    Seen.Number value = number(element(array, slots.day(side, on).orElseThrow()));
    return new Seen.Number(solver.all(day.recorded(), value.recorded()), value.number());
  }

  Seen element(FieldId array, Operand on, Seen.Number day) {
    int number = slots.day(side, on).orElseThrow();
    solver.state(solver.implies(day.recorded(), solver.equal(day.number(), patient.day(number))));
    Seen.Number value = number(element(array, number));
    return new Seen.Number(solver.all(day.recorded(), value.recorded()), value.number());
  }

  Seen label(Map<String, Proposition> labels) {
    return new Seen.Label(solver.any(labels.values()), labels);
  }

  /** Whether a register or group selects the patient. */
  Proposition selected(PopulationId population) {
    return ladders.get().outcomes(plan.ladder(population).index()).getOrDefault(Outcomes.SELECT, solver.truth(false));
  }

  /** The label that a classification gives. */
  Seen labels(PopulationId classification) {
    Map<String, Proposition> labels = new LinkedHashMap<>();
    ladders.get().outcomes(plan.ladder(classification).index()).forEach((outcome, when) ->
        Outcomes.label(outcome).ifPresent(label -> labels.put(label, when)));
    return label(labels);
  }

  /** Whether an entry of an array satisfies a condition that looks at nothing but its day and fields. */
  Proposition some(Condition.Some condition) {
    Proposition known = somes.get(condition);
    if (known == null) {
      Operand.Bound entry = condition.entry();
      int dayNumber = slots.day(side, condition).orElseThrow();
      FieldDefinition.AllDays form = (FieldDefinition.AllDays) plan.field(entry.array()).definition();
      known = solver.newTruth();
      keep(somes, condition, known);
      Whole day = patient.day(dayNumber);
      solver.state(solver.implies(known, solver.all(
          member(entry.array(), dayNumber), condition.has().accept(Asking.ofBound(this, entry, day)))));
      for (Choice choice : choices(form.selection().source(), form.selection().where()).values()) {
        Proposition has = condition.has().accept(Asking.ofBound(this, entry, choice.number()));
        solver.state(solver.implies(solver.all(choice.chosen(), has), known));
      }
    }
    return known;
  }

  /** The greatest or least of what is chosen; not recorded when nothing is. */
  Seen extreme(boolean greatest, List<Choice> choices) {
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

  static Seen.Number number(Seen seen) {
    if (seen instanceof Seen.Number number) {
      return number;
    }
    throw new Unsupported("an age stands where a date is needed");
  }
}
