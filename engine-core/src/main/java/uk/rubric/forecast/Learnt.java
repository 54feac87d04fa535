package uk.rubric.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.rubric.count.Counter;

/**
 * What was learnt of all practices: what {@link ForecastRun#learn} gives, and {@link ForecastRun#forecast} takes. Not
 * thread-safe: give each thread its own and merge them.
 */
public final class Learnt {
  private final Counter recorded;
  private final List<Question> questions;
  private final Days days;
  private final Map<String, PracticeMoves> practices = new TreeMap<>();
  private boolean byEntered;

  Learnt(Counter recorded, List<Question> questions, Days days) {
    this.recorded = recorded;
    this.questions = questions;
    this.days = days;
  }

  /** The counts at the end of the period, when nothing more is recorded. */
  Counter recorded() {
    return recorded;
  }

  /** Nothing of a practice without records. */
  PracticeMoves of(String practice) {
    return practices.computeIfAbsent(practice, code -> new PracticeMoves(questions, days));
  }

  boolean byEntered() {
    return byEntered;
  }

  void sawEntered() {
    byEntered = true;
  }

  void merge(Learnt other) {
    recorded.merge(other.recorded);
    other.practices.forEach((code, moves) -> of(code).merge(moves));
    byEntered |= other.byEntered;
  }
}
