package uk.rubric.forecast;

import java.util.Arrays;

/** The chances of whole numbers from a least one on; those too small to matter are left out. Immutable. */
final class Chances {
  static final Chances CERTAINLY_NOUGHT = new Chances(0, new double[] {1});

  /** What is less likely by this factor than the likeliest is left out. */
  private static final double NEGLIGIBLE = 1e-13;

  private final long least;
  private final double[] chances;

  private Chances(long least, double[] chances) {
    this.least = least;
    this.chances = chances;
  }

  /**
   * How many of {@code number} achieve when the share of achievers has a Beta distribution: from its likeliest value
   * on, each chance follows from its neighbour.
   *
   * @param number at least 0
   * @param alpha above 0
   * @param beta above 0
   */
  static Chances betaBinomial(long number, double alpha, double beta) {
    double[] all = new double[Math.toIntExact(number) + 1];
    int middle = (int) Math.max(0, Math.min(number, Math.round(number * alpha / (alpha + beta))));
    all[middle] = 1;
    for (int x = middle; x < number && all[x] > NEGLIGIBLE; x++) {
      all[x + 1] = all[x] * step(x, number, alpha, beta);
    }
    for (int x = middle; x > 0 && all[x] > NEGLIGIBLE; x--) {
      all[x - 1] = all[x] / step(x - 1, number, alpha, beta);
    }
    return trimmed(0, all);
  }

  private static double step(int x, long number, double alpha, double beta) {
    return (number - x) * (x + alpha) / ((x + 1) * (number - x - 1 + beta));
  }

  /** Of the sum of two independent numbers. */
  Chances plus(Chances other) {
    double[] sum = new double[chances.length + other.chances.length - 1];
    for (int i = 0; i < chances.length; i++) {
      for (int j = 0; j < other.chances.length; j++) {
        sum[i + j] += chances[i] * other.chances[j];
      }
    }
    return trimmed(least + other.least, sum);
  }

  /** Without what is negligible at both ends, and with the sum 1. */
  private static Chances trimmed(long least, double[] all) {
    double enough = NEGLIGIBLE * Arrays.stream(all).max().orElseThrow();
    int from = 0;
    int to = all.length;
    while (all[from] < enough) {
      from++;
    }
    while (all[to - 1] < enough) {
      to--;
    }
    double[] kept = Arrays.copyOfRange(all, from, to);
    double sum = Arrays.stream(kept).sum();
    return new Chances(least + from, Arrays.stream(kept).map(chance -> chance / sum).toArray());
  }

  /** The least number up to which the chance is above this one, half of its own counted. */
  long lowest(double tail) {
    int at = 0;
    for (double below = 0; at < chances.length - 1 && below + chances[at] / 2 < tail; at++) {
      below += chances[at];
    }
    return least + at;
  }

  /** The greatest number, likewise from above. */
  long highest(double tail) {
    int at = chances.length - 1;
    for (double above = 0; at > 0 && above + chances[at] / 2 < tail; at--) {
      above += chances[at];
    }
    return least + at;
  }
}
