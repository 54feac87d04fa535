package uk.rubric.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.ListedCode;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;

/** Finds the code clusters that a run needs, and keeps every problem on the way. */
final class ClusterLookup {
  private final CodeClusters clusters;
  private final Map<ClusterId, Cluster> declared;
  private final Map<String, Cluster> asked = new HashMap<>();
  private final Map<ClusterId, CodeCluster> found = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  ClusterLookup(List<CheckedRuleset> used, CodeClusters clusters, Set<ClusterId> needed) {
    this.clusters = clusters;
    declared =
        used.stream()
            .flatMap(ruleset -> ruleset.clusters().stream())
            .collect(Collectors.toMap(Cluster::id, cluster -> cluster));
    needed.forEach(id -> lookUp(declared.get(id)));
  }

  Map<ClusterId, CodeCluster> found() {
    return found;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  private void lookUp(Cluster cluster) {
    if (cluster.refset().isEmpty() && cluster.ecl().isEmpty()) {
      found.put(cluster.id(), listed(cluster));
    } else if (isPinnedAlike(cluster)) {
      try {
        clusters.find(cluster.id().name()).ifPresentOrElse(c -> accept(cluster, c), () -> missing(cluster));
      } catch (CouldNotRun unreadable) {
        problems.addAll(unreadable.diagnostics());
      }
    }
  }

  private static CodeCluster listed(Cluster cluster) {
    long[] codes = cluster.listed().stream().mapToLong(listed -> listed.code().value()).toArray();
    String[] terms = cluster.listed().stream().map(ListedCode::term).toArray(String[]::new);
    String origin = cluster.span().source().name();
    return new CodeCluster(cluster.id().name(), new CodeSet(codes, terms), Optional.empty(), origin);
  }

  /** Code clusters are found by name alone, so one name cannot stand for two reference sets in one run. */
  private boolean isPinnedAlike(Cluster cluster) {
    Cluster first = asked.putIfAbsent(cluster.id().name(), cluster);
    if (first == null
        || first.refset().equals(cluster.refset()) && first.version().equals(cluster.version())
            && first.ecl().equals(cluster.ecl())) {
      return true;
    }
    String message = "code cluster `" + cluster.id() + "` is " + pin(cluster) + " here and " + pin(first)
        + " in rule set `" + first.id().ruleset() + "`";
    problems.add(
        Diagnostic.at(cluster.span(), RunDiagnostic.CLUSTER_VERSION, message)
            .withLabel(first.span(), "the other pin")
            .withHelp("pin both rule sets to one reference set and version"));
    return false;
  }

  private static String pin(Cluster cluster) {
    return cluster.ecl().map(ecl -> "ecl `" + ecl + "`").orElseGet(() ->
        "refset `" + cluster.refset().orElseThrow() + "` version `" + cluster.version().orElse("") + "`");
  }

  private void missing(Cluster cluster) {
    problems.add(
        Diagnostic.at(cluster.span(), RunDiagnostic.MISSING_CLUSTER, "no code cluster `" + cluster.id() + "`")
            .withHelp("looked for it in " + clusters.origin()));
  }

  private void accept(Cluster cluster, CodeCluster content) {
    if (content.codes().size() == 0) {
      problems.add(
          Diagnostic.at(
                  cluster.span(), RunDiagnostic.EMPTY_CLUSTER, "code cluster `" + cluster.id() + "` has no codes")
              .withHelp("it was found in " + content.origin()));
    }
    content.version().filter(known -> cluster.version().filter(pin -> !pin.equals(known)).isPresent())
        .ifPresent(known ->
        otherVersion(cluster, content, known));
    found.put(cluster.id(), content);
  }

  private void otherVersion(Cluster cluster, CodeCluster content, String known) {
    String pinned = cluster.version().orElse("");
    String message = "code cluster `" + cluster.id() + "` is pinned at version `" + pinned + "` and `" + known
        + "` was found";
    problems.add(
        Diagnostic.at(cluster.span(), RunDiagnostic.CLUSTER_VERSION, message)
            .withHelp("it was found in " + content.origin() + "; bring version `" + pinned
                + "`, or change the pin after review"));
  }
}
