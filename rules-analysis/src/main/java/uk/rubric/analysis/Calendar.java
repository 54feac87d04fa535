package uk.rubric.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.value.DateUnit;

/**
 * Unknown days moved by months and years. A moved day is stated only within bounds at first: no nearer and no farther
 * than such moves ever go, and in the order of the days that are moved. That is too weak to find patients by, but
 * right; so what is impossible under it is impossible. When an answer of the solver breaks the calendar, the calendar
 * of the month concerned is stated, and the solver is asked again.
 */
final class Calendar {
  private static final int MONTHS_OF_CYCLE = 4800;

  private final Solver solver;
  private final Map<Move, Map<Whole, Whole>> moved = new LinkedHashMap<>();
  private final Map<Move, Bounds> bounds = new HashMap<>();

  /** By how many days a move changes a day, at least and at most. */
  private record Bounds(long least, long most) {}

  /** @param attains whether what would be a day too many of a month is the first of the next, as for ages */
  private record Move(int amount, DateUnit unit, boolean attains) {
    long of(long day) {
      LocalDate from = LocalDate.ofEpochDay(day);
      LocalDate to = unit.shift(from, amount);
      boolean clamped = to.getDayOfMonth() < from.getDayOfMonth();
      return (attains && clamped ? to.plusDays(1) : to).toEpochDay();
    }
  }

  Calendar(Solver solver) {
    this.solver = solver;
  }

  /** A day moved as rules move it: months and years clamp to the month's end. */
  Whole shift(Whole day, int amount, DateUnit unit) {
    return switch (unit) {
      case DAYS -> day.plus(amount);
      case WEEKS -> day.plus(7L * amount);
      case MONTHS, YEARS -> shift(day, new Move(amount, unit, false));
    };
  }

  /** The first day on which one born on a day has completed an age. */
  Whole attained(Whole born, int amount, DateUnit unit) {
    return unit == DateUnit.MONTHS || unit == DateUnit.YEARS
        ? shift(born, new Move(amount, unit, true))
        : shift(born, amount, unit);
  }

  private Whole shift(Whole day, Move move) {
    if (day.constant().isPresent()) {
      return Whole.of(move.of(day.constant().getAsLong()));
    }
    Map<Whole, Whole> known = moved.computeIfAbsent(move, m -> new LinkedHashMap<>());
    Whole found = known.get(day);
    if (found == null) {
      found = solver.newWhole();
      bound(move, day, found);
      for (Map.Entry<Whole, Whole> other : known.entrySet()) {
        keepOrder(day, found, other.getKey(), other.getValue());
        keepOrder(other.getKey(), other.getValue(), day, found);
      }
      known.put(day, found);
    }
    return found;
  }

  private void keepOrder(Whole day, Whole to, Whole later, Whole laterTo) {
    solver.state(solver.implies(solver.atMost(day, later), solver.atMost(to, laterTo)));
  }

  private void bound(Move move, Whole day, Whole to) {
    Bounds within = bounds.computeIfAbsent(move, Calendar::bounds);
    solver.state(solver.all(solver.atMost(day.plus(within.least()), to), solver.atMost(to, day.plus(within.most()))));
  }

  /** The Gregorian calendar repeats after 400 years; within a month a move changes at the month's end alone. */
  private static Bounds bounds(Move move) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    LocalDate month = LocalDate.of(2000, 1, 1);
    for (int i = 0; i < MONTHS_OF_CYCLE; i++, month = month.plusMonths(1)) {
      long first = month.toEpochDay();
      long last = first + month.lengthOfMonth() - 1;
      least = Math.min(least, Math.min(move.of(first) - first, move.of(last) - last));
      most = Math.max(most, Math.max(move.of(first) - first, move.of(last) - last));
    }
    return new Bounds(least, most);
  }

  /** What the answer that the solver holds gets wrong about the calendar; empty when nothing. */
  List<Proposition> corrections() {
    List<Proposition> corrections = new ArrayList<>();
    moved.forEach((move, days) -> days.forEach((day, to) -> {
      long from = solver.value(day);
      if (solver.value(to) != move.of(from)) {
        corrections.add(month(move, day, to, LocalDate.ofEpochDay(from)));
        corrections.add(order(move, day, to, from));
      }
    }));
    return corrections;
  }

  /** That every moved day stays where the answer that the solver holds has it, moved as the calendar moves it. */
  Proposition kept() {
    List<Proposition> kept = new ArrayList<>();
    moved.forEach((move, days) -> days.forEach((day, to) -> {
      long from = solver.value(day);
      kept.add(solver.equal(day, Whole.of(from)));
      kept.add(solver.equal(to, Whole.of(move.of(from))));
    }));
    return solver.all(kept);
  }

  private Proposition order(Move move, Whole day, Whole to, long at) {
    Whole point = Whole.of(at);
    Whole image = Whole.of(move.of(at));
    return solver.all(
        solver.implies(solver.atMost(day, point), solver.atMost(to, image)),
        solver.implies(solver.atMost(point, day), solver.atMost(image, to)));
  }

  /** Up to some day of the month all move alike; the rest move to the end of the other month. */
  private Proposition month(Move move, Whole day, Whole to, LocalDate within) {
    long first = within.withDayOfMonth(1).toEpochDay();
    long last = within.withDayOfMonth(within.lengthOfMonth()).toEpochDay();
    long end = move.of(last);
    long alike = first + (end - move.of(first));
    Proposition early = solver.all(solver.atMost(Whole.of(first), day), solver.atMost(day, Whole.of(alike)));
    Proposition late = solver.all(solver.atMost(Whole.of(alike + 1), day), solver.atMost(day, Whole.of(last)));
    return solver.all(
        solver.implies(early, solver.equal(to, day.plus(move.of(first) - first))),
        solver.implies(late, solver.equal(to, Whole.of(end))));
  }
}
