package uk.rubric.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

/**
 * Codes made up for tests: one for each set of code clusters that an entry names, so that its code lies in exactly
 * those. Immutable after it is made.
 */
final class MadeCodes {
  private static final long FIRST = 80_000_000;

  private final Map<Set<ClusterId>, SctId> codes = new LinkedHashMap<>();

  /** @param entries the code clusters of each entry */
  MadeCodes(Collection<ClusterId> clusters, Stream<Set<ClusterId>> entries) {
    clusters.forEach(cluster -> make(Set.of(cluster)));
    entries.forEach(this::make);
  }

  private void make(Set<ClusterId> clusters) {
    codes.computeIfAbsent(clusters, c -> code(codes.size()));
  }

  private static SctId code(int number) {
    String digits = Long.toString(FIRST + number) + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  /** The code of an entry of these clusters. */
  SctId code(Set<ClusterId> clusters) {
    return codes.get(clusters);
  }

  /** The clusters with their codes. */
  Map<ClusterId, CodeCluster> clusters(Collection<ClusterId> ids) {
    Map<ClusterId, CodeCluster> made = new HashMap<>();
    ids.forEach(id -> made.put(id, cluster(id)));
    return made;
  }

  private CodeCluster cluster(ClusterId id) {
    List<Long> within = new ArrayList<>();
    codes.forEach((clusters, code) -> {
      if (clusters.contains(id)) {
        within.add(code.value());
      }
    });
    return cluster(id.name(), within.stream().mapToLong(Long::longValue).toArray());
  }

  private static CodeCluster cluster(String name, long[] codes) {
    String[] terms = new String[codes.length];
    java.util.Arrays.fill(terms, "");
    return new CodeCluster(name, new CodeSet(codes, terms), Optional.empty(), "tests");
  }

  /** Finds every cluster, so that a plan can be made before the codes are. */
  static CodeClusters any() {
    return new CodeClusters() {
      @Override
      public Optional<CodeCluster> find(String name) {
        return Optional.of(cluster(name, new long[] {MadeCodes.code(0).value()}));
      }

      @Override
      public String origin() {
        return "tests";
      }
    };
  }
}
