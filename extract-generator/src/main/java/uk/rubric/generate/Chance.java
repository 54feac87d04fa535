package uk.rubric.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The dice of one patient. Every draw is made of {@link SplittableRandom#nextLong()} alone, whose sequence is fixed,
 * and of whole numbers: no release of Java and no rounding changes a byte. Not thread-safe.
 */
final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final SplittableRandom source;

  private Chance(long seed) {
    this.source = new SplittableRandom(seed);
  }

  /** Dice that are independent of those of any other stream of the seed. */
  static Chance of(long seed, long stream) {
    // Mixed, since neighbouring seeds of this generator would give overlapping sequences.
    return new Chance(mix(seed + GOLDEN_GAMMA * mix(stream + 1)));
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** From 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) Math.floorMod(source.nextLong(), (long) bound);
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** True in so many of a thousand. */
  boolean permille(int likelihood) {
    return below(1000) < likelihood;
  }

  /** Bell-shaped: at most {@code spread} away, mostly near. */
  int around(int middle, int spread) {
    return middle + (between(-spread, spread) + between(-spread, spread) + between(-spread, spread)) / 3;
  }

  /** A day from {@code first} to {@code last}, both included; {@code first} when {@code last} lies before it. */
  LocalDate day(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    return days <= 0 ? first : first.plusDays(below((int) days + 1));
  }

  <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  long one(long[] choices) {
    return choices[below(choices.length)];
  }

  /** The place of a weight that is drawn as often as it weighs. */
  int weighted(int[] weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int drawn = below(total);
    int place = 0;
    while (drawn >= weights[place]) {
      drawn -= weights[place++];
    }
    return place;
  }
}
