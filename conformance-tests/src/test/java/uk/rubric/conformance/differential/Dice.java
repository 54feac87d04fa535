package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that one seed repeats. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  long seed() {
    return random.nextLong();
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Between {@code low} and {@code high} different ones, as far as there are so many. */
  <T> List<T> some(int low, int high, List<T> items) {
    return shuffled(items).subList(0, Math.min(items.size(), between(low, high)));
  }
}
