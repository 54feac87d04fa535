package uk.rubric.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.analysis.SymbolicPatient.SymbolicEntry;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.syntax.Comparator;

/** Conditions and operands, asked of the patient and, within a {@code where}, of one entry. */
final class Asking implements Condition.Visitor<Proposition>, Operand.Visitor<Seen> {
  private final SymbolicView view;
  private final Optional<Whole> entryDay;
  private final Optional<SymbolicEntry> entry;
  private final int entryDayNumber;
  private final Map<Operand.Bound, Whole> looked;

  private Asking(
      SymbolicView view,
      Optional<Whole> entryDay,
      Optional<SymbolicEntry> entry,
      int entryDayNumber,
      Map<Operand.Bound, Whole> looked) {
    this.view = view;
    this.entryDay = entryDay;
    this.entry = entry;
    this.entryDayNumber = entryDayNumber;
    this.looked = Map.copyOf(looked);
  }

  /** Of a rule, or of what a field says of the patient. */
  static Asking ofPatient(SymbolicView view) {
    return new Asking(view, Optional.empty(), Optional.empty(), SymbolicView.NO_DAY, Map.of());
  }

  /** Of a clinical entry under test, whose day has a number. */
  static Asking ofEntry(SymbolicView view, SymbolicEntry entry, int dayNumber) {
    return new Asking(view, Optional.of(entry.day()), Optional.of(entry), dayNumber, Map.of());
  }

  /** Of the start or end of a registration under test. */
  static Asking ofStay(SymbolicView view, Whole day) {
    return new Asking(view, Optional.of(day), Optional.empty(), SymbolicView.NO_DAY, Map.of());
  }

  /** Of an entry of an array that is looked at. */
  static Asking ofBound(SymbolicView view, Operand.Bound entry, Whole day) {
    return new Asking(view, Optional.empty(), Optional.empty(), SymbolicView.NO_DAY, Map.of(entry, day));
  }

  @Override
  public Proposition allOf(Condition.AllOf condition) {
    return view.solver.all(parts(condition.parts()));
  }

  @Override
  public Proposition anyOf(Condition.AnyOf condition) {
    return view.solver.any(parts(condition.parts()));
  }

  private List<Proposition> parts(List<Condition> conditions) {
    return conditions.stream().map(part -> part.accept(this)).toList();
  }

  /** Whether at least so many of some are true: the first is and one fewer of the rest, or so many of the rest. */
  private Proposition atLeast(int least, List<Proposition> parts) {
    return atLeast(least, parts, new HashMap<>());
  }

  private Proposition atLeast(int least, List<Proposition> parts, Map<List<Integer>, Proposition> known) {
    if (least <= 0 || parts.size() < least) {
      return view.solver.truth(least <= 0);
    }
    List<Integer> key = List.of(least, parts.size());
    if (!known.containsKey(key)) {
      List<Proposition> rest = parts.subList(1, parts.size());
      Proposition with = view.solver.all(parts.get(0), atLeast(least - 1, rest, known));
      known.put(key, view.solver.any(with, atLeast(least, rest, known)));
    }
    return known.get(key);
  }

  @Override
  public Proposition presence(Condition.Presence condition) {
    Proposition recorded = condition.subject().accept(this).recorded();
    return condition.recorded() ? recorded : view.solver.not(recorded);
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
      return view.solver.all(
          one.recorded(), other.recorded(), view.solver.compare(one.number(), condition.comparator(), other.number()));
    }
    throw new Unsupported("an age is compared with an age");
  }

  private Proposition ages(Seen seen, Comparator comparator, int years) {
    Seen.Age age = (Seen.Age) seen;
    Proposition atLeast = atLeast(age, years);
    Proposition more = atLeast(age, years + 1);
    Proposition holds =
        switch (comparator) {
          case EQUAL -> view.solver.all(atLeast, view.solver.not(more));
          case NOT_EQUAL -> view.solver.any(view.solver.not(atLeast), more);
          case LESS -> view.solver.not(atLeast);
          case AT_MOST -> view.solver.not(more);
          case MORE -> more;
          case AT_LEAST -> atLeast;
        };
    return view.solver.all(age.recorded(), holds);
  }

  /** An age is completed on a day when birth is not after that day so many years before, clamped or not. */
  private Proposition atLeast(Seen.Age age, int amount) {
    return view.solver.atMost(view.patient.born(), view.calendar.shift(age.day(), -amount, age.unit()));
  }

  @Override
  public Seen field(Operand.Field operand) {
    return view.content(operand.id());
  }

  @Override
  public Seen day(Operand.Day operand) {
    return known(view.days.apply(operand.name()));
  }

  @Override
  public Seen fixedDay(Operand.FixedDay operand) {
    return known(Whole.of(operand.date().toEpochDay()));
  }

  @Override
  public Seen number(Operand.Number operand) {
    return known(Whole.of(view.scale.whole(operand.number())));
  }

  private Seen known(Whole number) {
    return new Seen.Number(view.solver.truth(true), number);
  }

  @Override
  public Seen age(Operand.Age operand) {
    throw new Unsupported("an age is compared with an age");
  }

  @Override
  public Proposition atLeast(Condition.AtLeast condition) {
    return atLeast(condition.least(), parts(condition.parts()));
  }

  @Override
  public Proposition noneOf(Condition.NoneOf condition) {
    return view.solver.not(view.solver.any(parts(condition.parts())));
  }

  @Override
  public Proposition some(Condition.Some condition) {
    if (entryDay.isPresent() || !looked.isEmpty()) {
      throw new Unsupported("`some` within `where` or within another `some` is not put to the solver yet");
    }
    return view.some(condition);
  }

  @Override
  public Proposition sameEntry(Condition.SameEntry condition) {
    throw new Unsupported("a linked entry is not put to the solver yet");
  }

  @Override
  public Proposition member(Condition.Member condition) {
    Proposition selected = view.selected(condition.population());
    return condition.in() ? selected : view.solver.not(selected);
  }

  @Override
  public Proposition oneOf(Condition.OneOf condition) {
    Seen.Label label = (Seen.Label) condition.subject().accept(this);
    List<Proposition> ways =
        label.labels().entrySet().stream()
            .filter(one -> condition.labels().contains(one.getKey()) == condition.in())
            .map(Map.Entry::getValue)
            .toList();
    return view.solver.any(ways);
  }

  @Override
  public Proposition answer(Condition.Answer condition) {
    Proposition yes = ((Seen.Answer) condition.subject().accept(this)).yes();
    return condition.yes() ? yes : view.solver.not(yes);
  }

  @Override
  public Seen attained(Operand.Attained operand) {
    return known(view.calendar.attained(view.patient.born(), operand.amount(), operand.unit()));
  }

  @Override
  public Seen count(Operand.Count operand) {
    throw new Unsupported("a count is not put to the solver yet");
  }

  @Override
  public Seen bound(Operand.Bound operand) {
    if (!looked.containsKey(operand)) {
      throw new Unsupported("the entry of a ladder of each entry is not put to the solver yet");
    }
    return known(looked.get(operand));
  }

  @Override
  public Seen entryEpisode(Operand.EntryEpisode operand) {
    throw new Unsupported("an episode is not put to the solver yet");
  }

  @Override
  public Seen classification(Operand.Classification operand) {
    return view.labels(operand.id());
  }

  @Override
  public Seen shifted(Operand.Shifted operand) {
    Seen.Number base = SymbolicView.number(operand.base().accept(this));
    return new Seen.Number(base.recorded(), view.calendar.shift(base.number(), operand.amount(), operand.unit()));
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
    if (operand.on() instanceof Operand.EntryDate && entryDayNumber != SymbolicView.NO_DAY) {
      return view.element(operand.array(), entryDayNumber);
    }
    if (operand.on() instanceof Operand.Field field) {
      return view.element(operand.array(), field.id());
    }
    if (Slots.movesWithEntry(operand.on())) {
      throw new Unsupported("an array is asked about a day that moves with each entry");
    }
    return view.element(operand.array(), operand.on(), SymbolicView.number(operand.on().accept(this)));
  }
}
