package uk.rubric.analysis;

import uk.rubric.check.CheckedRuleset.Cluster;

/**
 * A code cluster, whichever rule set names it: two with one name and one content are one.
 *
 * @param content the reference set and its version, or the listed codes
 */
public record ClusterKey(String name, String content) implements Comparable<ClusterKey> {
  /** The key of a code cluster of a rule set. */
  public static ClusterKey of(Cluster cluster) {
    String content =
        cluster.refset().map(id -> id + " version " + cluster.version().orElse("")).orElseGet(() -> listed(cluster));
    return new ClusterKey(cluster.id().name(), content);
  }

  private static String listed(Cluster cluster) {
    return String.join(" ", cluster.listed().stream().map(code -> code.code().toString()).sorted().toList());
  }

  @Override
  public int compareTo(ClusterKey other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : content.compareTo(other.content);
  }

  @Override
  public String toString() {
    return name;
  }
}
