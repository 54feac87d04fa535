package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.rubric.conformance.CasePatient.Entry;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

/**
 * Code clusters made for one case: one code for each set of clusters that an entry names, so that an entry's code
 * belongs to exactly those. Immutable after it is made.
 */
final class CaseClusters implements CodeClusters {
  private static final int FIRST = 900_000;

  private final Map<SortedSet<String>, SctId> codes = new HashMap<>();
  private final Map<String, String> served;

  /**
   * @param clusters every cluster of the rules; each has a code of its own
   * @param entries whose sets of clusters have a code each
   * @param served clusters that are {@code missing}, {@code empty} or of the version stated
   */
  CaseClusters(Collection<String> clusters, Stream<Entry> entries, Map<String, String> served) {
    this.served = served;
    codes.put(new TreeSet<>(), code(0));
    clusters.forEach(cluster -> put(new TreeSet<>(Set.of(cluster))));
    entries.forEach(entry -> put(entry.clusters()));
  }

  private void put(SortedSet<String> clusters) {
    codes.computeIfAbsent(clusters, c -> code(codes.size()));
  }

  private static SctId code(int index) {
    String digits = (FIRST + index) + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  /** The code of an entry. */
  SctId code(Entry entry) {
    return entry.code().orElseGet(() -> codes.get(entry.clusters()));
  }

  /** A code that no cluster has. */
  SctId codeOfNoCluster() {
    return codes.get(new TreeSet<String>());
  }

  @Override
  public Optional<CodeCluster> find(String name) {
    String how = served.getOrDefault(name, "as wanted");
    return switch (how) {
      case "missing" -> Optional.empty();
      case "empty" -> Optional.of(cluster(name, List.of(), Optional.empty()));
      case "as wanted" -> found(name, Optional.empty());
      default -> found(name, Optional.of(how));
    };
  }

  private Optional<CodeCluster> found(String name, Optional<String> version) {
    List<Long> found = new ArrayList<>();
    codes.forEach((clusters, code) -> {
      if (clusters.contains(name)) {
        found.add(code.value());
      }
    });
    return found.isEmpty() ? Optional.empty() : Optional.of(cluster(name, found, version));
  }

  private static CodeCluster cluster(String name, List<Long> codes, Optional<String> version) {
    String[] terms = codes.stream().map(code -> "").toArray(String[]::new);
    return new CodeCluster(
        name, new CodeSet(codes.stream().mapToLong(Long::longValue).toArray(), terms), version, "case");
  }

  @Override
  public String origin() {
    return "case";
  }
}
