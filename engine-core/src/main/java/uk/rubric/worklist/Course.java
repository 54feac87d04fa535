package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.worklist.EntryKind.Trial;
import uk.rubric.worklist.Rhythm.Step;
import uk.rubric.worklist.Simulation.Part;
import uk.rubric.worklist.Simulation.Placed;
import uk.rubric.worklist.Simulation.Variant;

/**
 * Entries on different days: the first on whatever day it starts, each other a step after the one before.
 *
 * @param steps one fewer than parts
 */
record Course(List<Part> parts, List<Step> steps) {
  private static final int KINDS = 6;
  private static final int TRIALS = 4;
  private static final int KINDS_IN_TURN = 4;
  private static final int TRIALS_IN_TURN = 2;
  private static final int STEPS = 4;

  /** So many are tried at most. */
  private static final int MOST = 96;

  Course {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
  }

  /**
   * Those that the rules could ask: one kind again and again, or two in turn, a step apart; of three entries also with
   * two steps that differ. With few entries first, and none without what it begins with: what lies behind the end of
   * the period is not seen, and leaves a shorter one that was tried too.
   */
  static List<Course> of(List<EntryKind> kinds, Rhythm rhythm) {
    List<Step> steps = rhythm.steps().stream().limit(STEPS).toList();
    Stream<Course> all = Stream.empty();
    for (int number = 2; number <= rhythm.most(); number++) {
      int entries = number;
      all = Stream.concat(all, steps.stream().flatMap(step -> again(kinds, entries, step)));
      all = Stream.concat(all, entries == 2 ? inTurn(kinds, steps) : entries == 3 ? uneven(kinds, steps)
          : Stream.empty());
    }
    return all.limit(MOST).toList();
  }

  private static Stream<Part> parts(List<EntryKind> kinds, int number, int trials) {
    return kinds.stream().limit(number)
        .flatMap(kind -> kind.trials().stream().limit(trials).map(trial -> new Part(kind, trial)));
  }

  private static Stream<Course> again(List<EntryKind> kinds, int entries, Step step) {
    return parts(kinds, KINDS, TRIALS)
        .map(part -> new Course(Stream.generate(() -> part).limit(entries).toList(),
            Stream.generate(() -> step).limit(entries - 1L).toList()));
  }

  private static Stream<Course> inTurn(List<EntryKind> kinds, List<Step> steps) {
    return steps.stream().flatMap(step -> parts(kinds, KINDS_IN_TURN, TRIALS_IN_TURN)
        .flatMap(one -> parts(kinds, KINDS_IN_TURN, TRIALS_IN_TURN).filter(two -> two.kind() != one.kind())
            .map(two -> new Course(List.of(one, two), List.of(step)))));
  }

  private static Stream<Course> uneven(List<EntryKind> kinds, List<Step> steps) {
    return steps.stream().flatMap(first -> steps.stream().filter(second -> !second.equals(first))
        .flatMap(second -> parts(kinds, KINDS, 1)
            .map(part -> new Course(List.of(part, part, part), List.of(first, second)))));
  }

  /** The day of each entry when it starts on one. */
  List<LocalDate> days(LocalDate start) {
    List<LocalDate> days = new ArrayList<>(List.of(start));
    steps.forEach(step -> days.add(step.after(days.get(days.size() - 1))));
    return days;
  }

  /** Whether all of it lies in time when it starts on a day. */
  boolean endsBy(LocalDate end, LocalDate start) {
    return !days(start).get(steps.size()).isAfter(end);
  }

  /** Its entries when it starts on a day. */
  Variant from(LocalDate start) {
    List<LocalDate> days = days(start);
    List<Placed> entries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      entries.add(new Placed(parts.get(i), days.get(i)));
    }
    return new Variant(entries);
  }

  /** The same with another value of every entry of that kind. */
  Course with(EntryKind kind, Trial trial) {
    return new Course(parts.stream().map(part -> part.kind() == kind ? new Part(kind, trial) : part).toList(), steps);
  }
}
