package uk.rubric.evaluate.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.terminology.CodeSet;

/** From a code to the clusters that have it, by an open-addressed table. Immutable and thread-safe. */
final class CodeIndex {
  /** No code: identifiers do not start with 0. */
  private static final long FREE = 0;

  private final long[] keys;
  // By place the number of the cluster; or, below 0, which of the lists of clusters, counted from -1 down.
  private final int[] values;
  private final List<int[]> lists = new ArrayList<>();

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
    values = new int[places];
    Map<List<Integer>, Integer> shared = new HashMap<>();
    Arrays.fill(values, valueOf(List.of(), shared));
    byCode.forEach((code, found) -> put(code, valueOf(found, shared)));
  }

  private int valueOf(List<Integer> clusters, Map<List<Integer>, Integer> shared) {
    return clusters.size() == 1 ? clusters.get(0) : shared.computeIfAbsent(clusters, this::newList);
  }

  private int newList(List<Integer> clusters) {
    lists.add(clusters.stream().mapToInt(Integer::intValue).toArray());
    return -lists.size();
  }

  private void put(long code, int value) {
    int place = place(code);
    keys[place] = code;
    values[place] = value;
  }

  /** The number of the one cluster that has the code; where there are others or none, what {@link #clusters} takes. */
  int find(long code) {
    return values[place(code)];
  }

  /**
   * The numbers of clusters; not to be changed.
   *
   * @param found by {@link #find}, below 0
   */
  int[] clusters(int found) {
    return lists.get(-found - 1);
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
