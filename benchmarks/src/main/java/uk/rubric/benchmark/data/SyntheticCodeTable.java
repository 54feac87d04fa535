package uk.rubric.benchmark.data;

import java.util.SplittableRandom;

/** The codes of the entries, worked out once. Immutable. */
final class SyntheticCodeTable {
  private final long[][] clusters;
  private final long[] others = new long[SyntheticCodes.OTHER_CODES];

  SyntheticCodeTable() {
    clusters = new long[SyntheticCodes.CLUSTERS.size()][];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = SyntheticCodes.ofCluster(i).stream().mapToLong(Long::longValue).toArray();
    }
    for (int i = 0; i < others.length; i++) {
      others[i] = SyntheticCodes.other(i);
    }
  }

  long ofCluster(int cluster, SplittableRandom random) {
    return clusters[cluster][random.nextInt(clusters[cluster].length)];
  }

  /** Few codes make up most of a record, and most codes are rare. */
  long other(SplittableRandom random) {
    double place = random.nextDouble();
    return others[(int) (place * place * place * others.length)];
  }
}
