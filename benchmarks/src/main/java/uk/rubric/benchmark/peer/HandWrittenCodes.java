package uk.rubric.benchmark.peer;

import java.util.Map;

/** Code to cluster, in an open table with eight places a code. Immutable. */
final class HandWrittenCodes {
  private final long[] codes;
  private final byte[] clusters;

  HandWrittenCodes(Map<Long, Integer> byCode) {
    int room = Integer.highestOneBit(byCode.size()) * 16;
    codes = new long[room];
    clusters = new byte[room];
    byCode.forEach((code, cluster) -> {
      int place = place(code);
      codes[place] = code;
      clusters[place] = cluster.byteValue();
    });
  }

  /** The cluster of a code, or {@link Clusters#NONE}. */
  int cluster(long code) {
    int place = place(code);
    return codes[place] == code ? clusters[place] : Clusters.NONE;
  }

  private int place(long code) {
    int place = (int) (code * 0x9E3779B97F4A7C15L >>> 40) & codes.length - 1;
    while (codes[place] != 0 && codes[place] != code) {
      place = place + 1 & codes.length - 1;
    }
    return place;
  }
}
