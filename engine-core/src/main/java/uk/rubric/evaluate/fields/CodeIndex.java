package uk.rubric.evaluate.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.terminology.CodeSet;

/** From a code to the clusters that have it, by an open-addressed table. Immutable and thread-safe. */
final class CodeIndex {
  /** No code: identifiers do not start with 0. */
  private static final long FREE = 0;

  private static final int[] NONE = {};

  private final long[] keys;
  private final int[][] clusters;

  /** @param sets the code clusters; the index of one is its number */
  CodeIndex(List<CodeSet> sets) {
    Map<Long, List<Integer>> byCode = new HashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      int cluster = i;
      sets.get(i).codes().forEach(code -> byCode.computeIfAbsent(code, c -> new ArrayList<>(1)).add(cluster));
    }
    // At least four places a code: nearly every search, most of all for a code of no cluster, ends at its first place.
    int places = Integer.highestOneBit(Math.max(1, byCode.size())) << 3;
    keys = new long[places];
    clusters = new int[places][];
    Map<List<Integer>, int[]> shared = new HashMap<>();
    byCode.forEach((code, found) -> put(code, shared.computeIfAbsent(found, CodeIndex::array)));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private void put(long code, int[] found) {
    int place = place(code);
    keys[place] = code;
    clusters[place] = found;
  }

  /** The numbers of the clusters that have the code; not to be changed. */
  int[] clustersOf(long code) {
    int place = place(code);
    return keys[place] == FREE ? NONE : clusters[place];
  }

  /** Where the code stands, or the free place where it would. */
  private int place(long code) {
    int mask = keys.length - 1;
    int place = (int) (code * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (keys[place] != code && keys[place] != FREE) {
      place = place + 1 & mask;
    }
    return place;
  }
}
