package uk.rubric.forecast;

import java.util.Arrays;

/**
 * Of one question and one practice: how many are in each state this year, and to which state those of each origin came
 * the year before. Sums alone, so that they add up in any order. Not thread-safe.
 */
final class Moves {
  private final Question question;
  private final long[] now;
  private final long[][] then;

  Moves(Question question) {
    this.question = question;
    now = new long[question.states()];
    // The last row is of those who were not registered yet.
    then = new long[question.origins() + 1][question.states()];
  }

  Question question() {
    return question;
  }

  /** One more who is in a state this year. */
  void addNow(int state) {
    now[state]++;
  }

  /** One more who came from one state to another the year before. */
  void addThen(int from, int to) {
    then[question.origin(from)][to]++;
  }

  /** One more who registered in the rest of the year before. */
  void addNew(int to) {
    then[question.origins()][to]++;
  }

  void merge(Moves other) {
    Arrays.setAll(now, state -> now[state] + other.now[state]);
    for (int origin = 0; origin < then.length; origin++) {
      int row = origin;
      Arrays.setAll(then[row], state -> then[row][state] + other.then[row][state]);
    }
  }

  /** The place of those who were not registered yet, behind all origins. */
  int newcomers() {
    return question.origins();
  }

  /** How many are in a state this year. */
  long now(int state) {
    return now[state];
  }

  /** How many are of an origin this year: of newcomers as many as the year before. */
  long nowOf(int origin) {
    return origin == newcomers() ? thenOf(origin) : sum(now, origin);
  }

  /** How many were of an origin the year before. */
  long thenOf(int origin) {
    return Arrays.stream(then[origin]).sum();
  }

  /** How many of an origin came to a state. */
  long moved(int origin, int state) {
    return then[origin][state];
  }

  /** How many of an origin came to any state of another. */
  long movedTo(int origin, int other) {
    return sum(then[origin], other);
  }

  private long sum(long[] counts, int origin) {
    long sum = 0;
    for (int state = 0; state < counts.length; state++) {
      sum += question.origin(state) == origin ? counts[state] : 0;
    }
    return sum;
  }
}
