package uk.rubric.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.analysis.PatientStory.Stay;
import uk.rubric.analysis.PatientStory.StoryEntry;
import uk.rubric.analysis.Slots.Purpose;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.value.Unit;

/**
 * A patient of whom nothing is known but how many entries and registrations there are at most. Entries lie between
 * birth and the achievement date, as readers of extracts see to; registrations lie anywhere.
 */
final class SymbolicPatient {
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private final Solver solver;
  private final Scale scale;
  private final Whole born;
  private final List<Whole> days = new ArrayList<>();
  private final Map<ClusterKey, Map<Purpose, SymbolicEntry>> entries = new TreeMap<>();
  private final Map<Purpose, SymbolicStay> stays = new LinkedHashMap<>();

  private static final List<String> SEXES = List.of("FEMALE", "MALE", "INDETERMINATE", "UNKNOWN");

  private final Map<String, Proposition> sexes = new LinkedHashMap<>();

  /** A registration that may be there; its end may be there. */
  record SymbolicStay(Proposition present, Whole start, Proposition ended, Whole end) {}

  SymbolicPatient(Solver solver, Slots slots, Scale scale, Whole achievementDate) {
    this.solver = solver;
    this.scale = scale;
    born = newDay();
    for (int i = 0; i < slots.days(); i++) {
      days.add(newDay());
    }
    slots.entries().forEach((cluster, purposes) -> {
      Map<Purpose, SymbolicEntry> own = new LinkedHashMap<>();
      purposes.forEach(purpose -> own.put(purpose, newEntry(days.get(purpose.day()), achievementDate)));
      entries.put(cluster, own);
    });
    slots.registrations().forEach(purpose -> stays.put(purpose, newStay()));
  }

  private Whole newDay() {
    Whole day = solver.newWhole();
    solver.state(solver.all(solver.atMost(Whole.of(FIRST_DAY), day), solver.atMost(day, Whole.of(LAST_DAY))));
    return day;
  }

  private SymbolicEntry newEntry(Whole day, Whole achievementDate) {
    Proposition present = solver.newTruth();
    solver.state(
        solver.implies(present, solver.all(solver.atMost(born, day), solver.atMost(day, achievementDate))));
    return new SymbolicEntry(solver, present, day);
  }

  private SymbolicStay newStay() {
    SymbolicStay stay = new SymbolicStay(solver.newTruth(), newDay(), solver.newTruth(), newDay());
    solver.state(solver.implies(stay.ended(), solver.atMost(stay.start(), stay.end())));
    return stay;
  }

  Whole born() {
    return born;
  }

  /** Of each sex whether it is the patient's; at most one is. */
  Map<String, Proposition> sexes() {
    for (String sex : SEXES) {
      if (!sexes.containsKey(sex)) {
        Proposition is = solver.newTruth();
        sexes.values().forEach(other -> solver.state(solver.not(solver.all(is, other))));
        sexes.put(sex, is);
      }
    }
    return sexes;
  }

  /** The day of that number. */
  Whole day(int number) {
    return days.get(number);
  }

  /** The entries of a cluster by what they are for. */
  Map<Purpose, SymbolicEntry> entries(ClusterKey cluster) {
    return entries.get(cluster);
  }

  /** The registrations by what they are for. */
  Map<Purpose, SymbolicStay> stays() {
    return stays;
  }

  /** The patient in the answer that the solver holds. */
  PatientStory read() {
    List<Stay> registrations =
        stays.values().stream().filter(stay -> solver.holds(stay.present())).map(this::read).distinct().toList();
    List<StoryEntry> found = new ArrayList<>();
    entries.forEach((cluster, own) -> own.values().stream()
        .filter(entry -> solver.holds(entry.present()))
        .forEach(entry -> found.add(read(cluster, entry))));
    Optional<String> sex =
        sexes.entrySet().stream().filter(is -> solver.holds(is.getValue())).map(Map.Entry::getKey).findFirst();
    return new PatientStory(day(born), sex, registrations, found.stream().distinct().toList());
  }

  private Stay read(SymbolicStay stay) {
    return new Stay(day(stay.start()), solver.holds(stay.ended()) ? Optional.of(day(stay.end())) : Optional.empty());
  }

  private StoryEntry read(ClusterKey cluster, SymbolicEntry entry) {
    Optional<BigDecimal> value = entry.readValue().map(scale::number);
    return new StoryEntry(day(entry.day()), cluster, value, value.flatMap(v -> entry.readUnit()));
  }

  private LocalDate day(Whole day) {
    return LocalDate.ofEpochDay(solver.value(day));
  }

  /** A clinical entry that may be there, with what rules have asked of it so far. */
  static final class SymbolicEntry {
    private final Solver solver;
    private final Proposition present;
    private final Whole day;
    private final Map<Unit, Proposition> units = new LinkedHashMap<>();
    private Proposition hasValue;
    private Proposition unstated;
    private Whole value;

    SymbolicEntry(Solver solver, Proposition present, Whole day) {
      this.solver = solver;
      this.present = present;
      this.day = day;
    }

    Proposition present() {
      return present;
    }

    Whole day() {
      return day;
    }

    Whole value() {
      if (value == null) {
        value = solver.newWhole();
      }
      return value;
    }

    Proposition hasValue() {
      if (hasValue == null) {
        hasValue = solver.newTruth();
        unstated = solver.newTruth();
      }
      return hasValue;
    }

    /** Whether a rule that reads in that unit sees the value: it states that unit or none. */
    Proposition hasValue(Unit unit) {
      Proposition any = hasValue();
      if (!units.containsKey(unit)) {
        Proposition stated = solver.newTruth();
        units.values().forEach(other -> solver.state(solver.not(solver.all(stated, other))));
        solver.state(solver.not(solver.all(stated, unstated)));
        units.put(unit, stated);
      }
      return solver.all(any, solver.any(unstated, units.get(unit)));
    }

    private Optional<Long> readValue() {
      if (hasValue == null || !solver.holds(hasValue)) {
        return Optional.empty();
      }
      return Optional.of(value == null ? 0 : solver.value(value));
    }

    private Optional<Unit> readUnit() {
      if (solver.holds(unstated)) {
        return Optional.empty();
      }
      return Optional.of(
          units.entrySet().stream()
              .filter(unit -> solver.holds(unit.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(new Unit("other")));
    }
  }
}
