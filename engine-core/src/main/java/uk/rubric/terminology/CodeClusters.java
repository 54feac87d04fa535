package uk.rubric.terminology;

import java.util.Optional;

/**
 * Where code clusters come from. Implementations are thread-safe, and refuse what they cannot read in full: never a
 * part of a cluster.
 */
public interface CodeClusters {
  /**
   * The cluster of that name, or nothing when there is none. May be empty of codes; the planner refuses that.
   *
   * @throws uk.rubric.run.CouldNotRun when the cluster is there and cannot be read in full
   */
  Optional<CodeCluster> find(String name);

  /** The origin as the manifest names it: a folder as the caller gave it. */
  String origin();
}
