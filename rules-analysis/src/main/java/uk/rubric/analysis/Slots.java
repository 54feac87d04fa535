package uk.rubric.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;

/**
 * How many entries a patient needs so that all others can be left out without any field changing: one for each choice
 * that a field makes. Each entry has a day, and entries whose days must be one share it. A choice is
 *
 * <ul>
 *   <li>the entry that a pick takes;
 *   <li>the entry whose value a reading takes;
 *   <li>for an array that is asked about a day: an entry that puts the day into it, and one whose value it has there.
 * An       array is asked about the day of every entry that a {@code where} tests, so what it needs can need more;
 * only days       that are there already, however, so that this ends.
 * </ul>
 */
final class Slots {
  /** Which field of which rules. */
  record FieldKey(int side, FieldId field) {}

  /** What an entry or registration is for: {@code field} takes it or, for an array, it answers for a day. */
  record Purpose(int side, FieldId field, int day) {}

  private record Place(ClusterKey cluster, int day) {}

  private record Observed(int side, FieldId array) {}

  private final List<Subject> subjects;
  private final Cone cone;
  private final Map<ClusterKey, Set<Purpose>> entries = new TreeMap<>();
  private final Set<Purpose> registrations = new LinkedHashSet<>();
  private final Map<FieldKey, Integer> daysOfFields = new LinkedHashMap<>();
  private final Map<List<Object>, Integer> daysOfOperands = new HashMap<>();
  private final Map<ClusterKey, Set<Observed>> onEntries = new HashMap<>();
  private final Set<Place> places = new HashSet<>();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<String> gaps = new ArrayList<>();
  private int days;

  private Slots(List<Subject> subjects, Cone cone) {
    this.subjects = subjects;
    this.cone = cone;
  }

  static Slots of(List<Subject> subjects, Cone cone) {
    Slots slots = new Slots(subjects, cone);
    for (int side = 0; side < subjects.size(); side++) {
      slots.addSide(side);
    }
    while (!slots.work.isEmpty()) {
      slots.work.poll().run();
    }
    return slots;
  }

  /** For each cluster what its entries are for; those of one day number are of one day. */
  Map<ClusterKey, Set<Purpose>> entries() {
    return entries;
  }

  /** What registrations are for. */
  Set<Purpose> registrations() {
    return registrations;
  }

  /** How many entries there are in all. */
  int size() {
    return entries.values().stream().mapToInt(Set::size).sum();
  }

  int days() {
    return days;
  }

  /** The number of the day that a field holds, when it holds one and something is read on it. */
  Optional<Integer> day(int side, FieldId field) {
    return Optional.ofNullable(daysOfFields.get(new FieldKey(side, field)));
  }

  /** Why these entries may not be enough; empty when they are. */
  Optional<String> gap() {
    return gaps.stream().findFirst();
  }

  /** The number of the day that an operand other than a field stands for, when an array is asked about it. */
  Optional<Integer> day(int side, Operand operand) {
    return Optional.ofNullable(daysOfOperands.get(List.of(side, operand)));
  }

  private void addSide(int side) {
    cone.fields(side).forEach(field -> field.definition().accept(new Definitions(side, field.id())));
    cone.conditions(side).forEach(condition -> observe(side, condition, Optional.empty()));
  }

  private FieldDefinition definition(int side, FieldId field) {
    return subjects.get(side).plan().field(field).definition();
  }

  /** The day of a pick's entry is the day that the field holds. */
  private int dayOf(int side, FieldId field) {
    return daysOfFields.computeIfAbsent(new FieldKey(side, field), key -> days++);
  }

  private void want(ClusterKey cluster, Purpose purpose) {
    if (entries.computeIfAbsent(cluster, c -> new LinkedHashSet<>()).add(purpose)
        && places.add(new Place(cluster, purpose.day()))) {
      onEntries.getOrDefault(cluster, Set.of())
          .forEach(o -> work.add(() -> observeArray(o.side(), o.array(), purpose.day())));
    }
  }

  /** Arrays that a condition asks; {@code tested} is the cluster whose entries it tests, in a {@code where}. */
  private void observe(int side, Condition condition, Optional<ClusterKey> tested) {
    condition.operands().forEach(operand -> observe(side, operand, tested));
    Somes.of(condition).forEach(some -> {
      if (tested.isEmpty() && definition(side, some.entry().array()) instanceof FieldDefinition.AllDays) {
        observeArray(side, some.entry().array(), dayOf(side, some));
      } else {
        throw new Unsupported("`some` of this array is not put to the solver yet");
      }
    });
  }

  private void observe(int side, Operand operand, Optional<ClusterKey> tested) {
    if (operand instanceof Operand.Element element) {
      observeElement(side, element, tested);
    }
  }

  private int dayOf(int side, Condition.Some some) {
    return daysOfOperands.computeIfAbsent(List.of(side, some), key -> days++);
  }

  /** The number of the day of the entry that stands for a {@code some}. */
  Optional<Integer> day(int side, Condition.Some some) {
    return Optional.ofNullable(daysOfOperands.get(List.of(side, some)));
  }

  private void observeElement(int side, Operand.Element element, Optional<ClusterKey> tested) {
    if (element.on() instanceof Operand.EntryDate && tested.isPresent()) {
      onEntries.computeIfAbsent(tested.get(), c -> new HashSet<>()).add(new Observed(side, element.array()));
      entries.getOrDefault(tested.get(), Set.of())
          .forEach(entry -> work.add(() -> observeArray(side, element.array(), entry.day())));
    } else if (movesWithEntry(element.on())) {
      gaps.add("an array is asked about a day that moves with each entry");
    } else {
      observeArray(side, element.array(), dayOf(side, element.on()));
    }
  }

  /** Whether an operand is worked out from the day of the entry under test. */
  static boolean movesWithEntry(Operand operand) {
    return operand instanceof Operand.EntryDate
        || operand instanceof Operand.Bound
        || operand instanceof Operand.Shifted shifted && movesWithEntry(shifted.base());
  }

  private int dayOf(int side, Operand operand) {
    return operand instanceof Operand.Field field
        ? dayOf(side, field.id())
        : daysOfOperands.computeIfAbsent(List.of(side, operand), key -> days++);
  }

  private void observeArray(int side, FieldId array, int day) {
    FieldDefinition definition = definition(side, array);
    if (definition instanceof FieldDefinition.ReadingOnEach reading) {
      want(subjects.get(side).key(reading.cluster()), new Purpose(side, array, day));
      observeArray(side, reading.days(), day);
    } else if (definition instanceof FieldDefinition.AllDays all) {
      requirePlain(all.selection());
      if (all.selection().source() instanceof Source.Cluster cluster) {
        want(subjects.get(side).key(cluster.id()), new Purpose(side, array, day));
      } else {
        registrations.add(new Purpose(side, array, day));
      }
    }
  }

  /** What each form of definition chooses. */
  private final class Definitions implements FieldDefinition.Visitor<Void> {
    private final int side;
    private final FieldId id;

    Definitions(int side, FieldId id) {
      this.side = side;
      this.id = id;
    }

    @Override
    public Void patientId(FieldDefinition.PatientId form) {
      return null;
    }

    @Override
    public Void ageAt(FieldDefinition.AgeAt form) {
      return null;
    }

    @Override
    public Void pick(FieldDefinition.Pick form) {
      requireRecords(form.source());
      if (form.source() instanceof Source.Cluster cluster) {
        ClusterKey key = subjects.get(side).key(cluster.id());
        want(key, new Purpose(side, id, dayOf(side, id)));
        form.where().ifPresent(where -> observe(side, where, Optional.of(key)));
      } else {
        registrations.add(new Purpose(side, id, dayOf(side, id)));
        form.where().ifPresent(where -> observe(side, where, Optional.empty()));
      }
      return null;
    }

    @Override
    public Void allDays(FieldDefinition.AllDays form) {
      Optional<ClusterKey> key =
          form.selection().source() instanceof Source.Cluster cluster
              ? Optional.of(subjects.get(side).key(cluster.id()))
              : Optional.empty();
      requirePlain(form.selection());
      form.selection().where().ifPresent(where -> observe(side, where, key));
      return null;
    }

    @Override
    public Void reading(FieldDefinition.Reading form) {
      want(subjects.get(side).key(form.cluster()), new Purpose(side, id, dayOf(side, form.on())));
      return null;
    }

    @Override
    public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
      return null;
    }

    @Override
    public Void extremeOf(FieldDefinition.ExtremeOf form) {
      return null;
    }

    @Override
    public Void element(FieldDefinition.Element form) {
      observeArray(side, form.array(), dayOf(side, form.at()));
      return null;
    }

    @Override
    public Void sex(FieldDefinition.Sex form) {
      return null;
    }

    @Override
    public Void allEntries(FieldDefinition.AllEntries form) {
      throw new Unsupported("an array of entries is not put to the solver yet");
    }

    @Override
    public Void count(FieldDefinition.Count form) {
      throw new Unsupported("a count is not put to the solver yet");
    }

    @Override
    public Void conditional(FieldDefinition.Conditional form) {
      observe(side, form.condition(), Optional.empty());
      observe(side, form.whenTrue(), Optional.empty());
      observe(side, form.whenFalse(), Optional.empty());
      return null;
    }

    @Override
    public Void whether(FieldDefinition.Whether form) {
      observe(side, form.condition(), Optional.empty());
      return null;
    }
  }

  private static void requirePlain(FieldDefinition.Selection selection) {
    requireRecords(selection.source());
    if (selection.spacing().isPresent() || selection.keep().isPresent()) {
      throw new Unsupported("an array of which only some days are taken is not put to the solver yet");
    }
  }

  private static void requireRecords(Source source) {
    if (source instanceof Source.Array) {
      throw new Unsupported("an array that is drawn from another is not put to the solver yet");
    }
  }
}
