package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.worklist.EntryKind.Trial;
import uk.rubric.worklist.Simulation.Part;
import uk.rubric.worklist.Simulation.Variant;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.ActEntry;
import uk.rubric.worklist.Worklist.Later;

/**
 * Finds an act with which a patient achieves an indicator, and its last day. On the last day a single entry is
 * tried, then two entries together, then one of each kind; where none does, a single entry on each day before, and
 * several on the first; last, where the rules count entries or compare their days, courses of entries on different
 * days. The last day of an act is found by deciding day by day, so that nothing rests on the guess that a day before a
 * good one is good. Thread-safe.
 */
final class ActFinder {
  /** So many are decided together. */
  private static final int TOGETHER = 16;

  /** Of two entries so many values of each are tried with one another. */
  private static final int VALUES_OF_TWO = 4;

  /** So many kinds of entries are tried in twos. */
  private static final int KINDS_IN_TWOS = 10;

  private final Plan plan;
  private final Function<Plan, Evaluator> evaluators;
  private final PlannedLadder numerator;
  private final LocalDate from;
  private final LocalDate to;
  private final List<List<Part>> singles;
  private final List<List<Part>> several;
  private final List<Course> courses;
  private Evaluator evaluator;

  /**
   * @param whole at the end of the period, which is {@code to}
   * @param evaluators makes the evaluator of a plan
   */
  ActFinder(
      Plan whole, Output indicator, Function<Plan, Evaluator> evaluators, LocalDate from, LocalDate to) {
    Plan plan = whole.only(indicator);
    Output own = plan.outputs().get(0);
    this.plan = plan;
    this.evaluators = evaluators;
    this.numerator = plan.ladders().get(own.numerator().getAsInt());
    this.from = from;
    this.to = to;
    EntryKinds all = EntryKinds.of(plan, own);
    List<EntryKind> kinds = all.kinds();
    courses = Course.of(kinds, all.rhythm());
    singles = kinds.stream().flatMap(ActFinder::singles).toList();
    several = Stream.concat(twos(kinds), oneOfEach(kinds)).toList();
  }

  private static Stream<List<Part>> singles(EntryKind kind) {
    return kind.trials().stream().map(trial -> List.of(new Part(kind, trial)));
  }

  private static Stream<List<Part>> twos(List<EntryKind> all) {
    List<EntryKind> kinds = all.subList(0, Math.min(KINDS_IN_TWOS, all.size()));
    List<List<Part>> twos = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      for (int j = i + 1; j < kinds.size(); j++) {
        EntryKind other = kinds.get(j);
        singles(kinds.get(i)).limit(VALUES_OF_TWO).forEach(one ->
            singles(other).limit(VALUES_OF_TWO).forEach(two -> twos.add(List.of(one.get(0), two.get(0)))));
      }
    }
    return twos.stream();
  }

  /** All with their first value, then all with their second, as far as they have one. */
  private static Stream<List<Part>> oneOfEach(List<EntryKind> kinds) {
    int most = kinds.stream().mapToInt(kind -> kind.trials().size()).max().orElse(0);
    List<List<Part>> together = new ArrayList<>();
    for (int number = 0; number < most && kinds.size() > 2; number++) {
      int wanted = number;
      together.add(kinds.stream()
          .map(kind -> new Part(kind, kind.trials().get(Math.min(wanted, kind.trials().size() - 1))))
          .toList());
    }
    return together.stream();
  }

  /** The plan of the indicator alone. */
  Plan plan() {
    return plan;
  }

  /** A simulation for one thread. The evaluator is made when it is first needed, for many indicators need none. */
  synchronized Simulation simulation() {
    if (evaluator == null) {
      evaluator = evaluators.apply(plan);
    }
    return new Simulation(evaluator.batches());
  }

  /** The act, or nothing when none of those that are tried achieves. */
  Optional<Act> find(PatientRecord patient, Simulation simulation) {
    return new Search(patient, simulation).find();
  }

  /** For one patient. */
  private final class Search {
    private final PatientRecord patient;
    private final Simulation simulation;

    Search(PatientRecord patient, Simulation simulation) {
      this.patient = patient;
      this.simulation = simulation;
    }

    Optional<Act> find() {
      if (from.isAfter(to)) {
        return Optional.empty();
      }
      Optional<List<Part>> last = first(singles, to).or(() -> first(several, to).map(parts -> fewest(parts, to)));
      if (last.isPresent()) {
        return last.map(parts -> act(parts, to));
      }
      for (LocalDate day = to.minusDays(1); !day.isBefore(from); day = day.minusDays(1)) {
        Optional<List<Part>> single = first(singles, day);
        if (single.isPresent()) {
          return Optional.of(act(single.get(), day));
        }
      }
      return first(several, from).map(parts -> fewest(parts, from)).map(parts -> act(parts, lastDay(parts)))
          .or(this::course);
    }

    /** The one that may start last, of the shortest. */
    private Optional<Act> course() {
      for (LocalDate day = to; !day.isBefore(from) && !courses.isEmpty(); day = day.minusDays(1)) {
        Optional<Course> course = course(day);
        if (course.isPresent()) {
          return Optional.of(act(course.get(), day));
        }
      }
      return Optional.empty();
    }

    private Optional<Course> course(LocalDate start) {
      List<Course> inTime = courses.stream().filter(course -> course.endsBy(to, start)).toList();
      for (int i = 0; i < inTime.size(); i += TOGETHER) {
        List<Course> some = inTime.subList(i, Math.min(i + TOGETHER, inTime.size()));
        BitSet achieved = starting(some, start);
        if (!achieved.isEmpty()) {
          return Optional.of(some.get(achieved.nextSetBit(0)));
        }
      }
      return Optional.empty();
    }

    private BitSet starting(List<Course> some, LocalDate start) {
      return simulation.achieves(patient, some.stream().map(course -> course.from(start)).toList(), numerator);
    }

    private Act act(Course course, LocalDate start) {
      List<LocalDate> days = course.days(start);
      List<Later> later = new ArrayList<>();
      for (int i = 1; i < days.size(); i++) {
        later.add(new Later(days.get(i), List.of(entry(course, course.parts().get(i), start))));
      }
      return new Act(List.of(entry(course, course.parts().get(0), start)), start, later);
    }

    /** With the values that achieve when all entries of the kind have the same. */
    private ActEntry entry(Course course, Part part, LocalDate start) {
      List<Trial> trials = values(part);
      return trials.isEmpty() ? Accepted.without(part.kind()) : Accepted.of(
          part, trials, starting(trials.stream().map(trial -> course.with(part.kind(), trial)).toList(), start));
    }

    private Optional<List<Part>> first(List<List<Part>> acts, LocalDate day) {
      for (int i = 0; i < acts.size(); i += TOGETHER) {
        List<List<Part>> some = acts.subList(i, Math.min(i + TOGETHER, acts.size()));
        BitSet achieved = achieving(some, day);
        if (!achieved.isEmpty()) {
          return Optional.of(some.get(achieved.nextSetBit(0)));
        }
      }
      return Optional.empty();
    }

    private BitSet achieving(List<List<Part>> acts, LocalDate day) {
      return simulation.achieves(patient, acts.stream().map(parts -> new Variant(parts, day)).toList(), numerator);
    }

    private boolean achieves(List<Part> act, LocalDate day) {
      return simulation.achieves(patient, new Variant(act, day), numerator);
    }

    /** Without the entries that are not needed. */
    private List<Part> fewest(List<Part> parts, LocalDate day) {
      List<Part> left = new ArrayList<>(parts);
      for (Part part : parts) {
        List<Part> without = left.stream().filter(other -> other != part).toList();
        if (!without.isEmpty() && achieves(without, day)) {
          left = new ArrayList<>(without);
        }
      }
      return left;
    }

    /** Of an act that achieves on some day. */
    private LocalDate lastDay(List<Part> parts) {
      LocalDate day = to;
      while (day.isAfter(from) && !achieves(parts, day)) {
        day = day.minusDays(1);
      }
      return day;
    }

    private Act act(List<Part> parts, LocalDate by) {
      List<ActEntry> entries = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        entries.add(entry(parts, i, by));
      }
      return new Act(entries, by);
    }

    /** With the values that achieve while the other entries stay as they are. */
    private ActEntry entry(List<Part> parts, int index, LocalDate day) {
      Part part = parts.get(index);
      List<Trial> trials = values(part);
      if (trials.isEmpty()) {
        return Accepted.without(part.kind());
      }
      BitSet achieved = achieving(trials.stream().map(trial -> replaced(parts, index, trial)).toList(), day);
      return Accepted.of(part, trials, achieved);
    }

    /** Those in the unit of an entry; none for an entry without a value. */
    private static List<Trial> values(Part part) {
      return part.trial().value().isEmpty() ? List.of() : part.kind().trials().stream()
          .filter(t -> t.value().isPresent() && t.unit().equals(part.trial().unit()))
          .toList();
    }

    private List<Part> replaced(List<Part> parts, int index, Trial trial) {
      List<Part> other = new ArrayList<>(parts);
      other.set(index, new Part(parts.get(index).kind(), trial));
      return other;
    }
  }
}
