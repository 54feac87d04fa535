package uk.rubric.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.value.SctId;
import uk.rubric.worklist.EntryKind.Trial;

/**
 * The kinds of entries with which an indicator might be achieved: of the code clusters that its numerator reads. What
 * its populations read is left out, for an act is no diagnosis.
 */
final class EntryKinds {
  /** So many are tried at most. */
  private static final int MOST = 32;

  private final Plan plan;
  private final Reach numerator;
  private final Reach denominator;
  private final Set<ClusterId> populations;
  private final Set<ClusterId> all = new LinkedHashSet<>();

  private EntryKinds(Plan plan, Output indicator) {
    this.plan = plan;
    numerator = Reach.of(plan, List.of(plan.ladders().get(indicator.numerator().getAsInt())));
    denominator = Reach.of(plan, List.of(plan.ladders().get(indicator.denominator().getAsInt())));
    populations = Reach.of(plan, populations(indicator)).clusters();
    Stream.of(numerator.clusters(), denominator.clusters(), populations).forEach(all::addAll);
  }

  static EntryKinds of(Plan plan, Output indicator) {
    return new EntryKinds(plan, indicator);
  }

  /** How often and how far apart the numerator asks entries. */
  Rhythm rhythm() {
    return numerator.rhythm();
  }

  private List<PlannedLadder> populations(Output indicator) {
    List<PlannedLadder> ladders = new ArrayList<>();
    indicator.population().ifPresent(index -> ladders.add(plan.ladders().get(index)));
    for (int i = 0; i < ladders.size(); i++) {
      ladders.get(i).parent().ifPresent(index -> ladders.add(plan.ladders().get(index)));
    }
    return ladders;
  }

  /** In the order in which they are tried: the plainest first. */
  List<EntryKind> kinds() {
    Map<Set<ClusterId>, Long> codes = new LinkedHashMap<>();
    for (ClusterId cluster : numerator.clusters()) {
      plan.clusters().get(cluster).codes().codes().forEach(code -> codes.merge(clusters(code), code, Math::min));
    }
    List<Map.Entry<Set<ClusterId>, Long>> acts =
        codes.entrySet().stream().filter(kind -> kind.getKey().stream().noneMatch(populations::contains)).toList();
    return acts.stream()
        .sorted(Comparator.comparing((Map.Entry<Set<ClusterId>, Long> kind) -> others(kind.getKey()))
            .thenComparing(kind -> kind.getKey().size())
            .thenComparing(kind -> first(kind.getKey()))
            .thenComparing(Map.Entry::getValue))
        .limit(MOST)
        .map(kind -> kind(kind.getKey(), kind.getValue()))
        .toList();
  }

  private Set<ClusterId> clusters(long code) {
    Set<ClusterId> clusters = new LinkedHashSet<>();
    all.stream().filter(c -> plan.clusters().get(c).codes().contains(code)).forEach(clusters::add);
    return clusters;
  }

  /** How many of the clusters only the denominator reads: such an entry might do harm too. */
  private long others(Set<ClusterId> clusters) {
    return clusters.stream().filter(cluster -> !numerator.clusters().contains(cluster)).count();
  }

  private int first(Set<ClusterId> clusters) {
    List<ClusterId> order = List.copyOf(numerator.clusters());
    return clusters.stream().mapToInt(order::indexOf).filter(index -> index >= 0).min().orElse(order.size());
  }

  private EntryKind kind(Set<ClusterId> clusters, long code) {
    Set<Trial> trials = new LinkedHashSet<>(List.of(Trial.NO_VALUE));
    for (Reach reach : List.of(numerator, denominator)) {
      for (ClusterId cluster : clusters) {
        reach.limits(cluster).forEach((unit, limits) -> trials.addAll(EntryKind.trials(unit, limits)));
      }
    }
    List<ClusterId> read = clusters.stream().filter(numerator.clusters()::contains).toList();
    return new EntryKind(new SctId(code), read, List.copyOf(trials));
  }
}
