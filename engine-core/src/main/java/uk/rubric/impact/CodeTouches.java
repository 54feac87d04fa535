package uk.rubric.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.impact.ServiceImpact.CodeImpact;
import uk.rubric.patient.PatientBatch;
import uk.rubric.plan.Plan;
import uk.rubric.terminology.CodeSet;

/**
 * Counts the patients who have a code that only one side has in a cluster of one name. Not thread-safe: each thread has
 * its own.
 */
public final class CodeTouches {
  private final List<Changed> changed = new ArrayList<>();
  private final Map<Long, List<Changed>> byCode = new HashMap<>();
  private long looked;

  /** A code of a cluster, and how many have it. */
  private static final class Changed {
    private final ClusterId cluster;
    private final long code;
    private final String term;
    private final boolean added;
    private final long lastDay;
    private long patients;
    private long moved;
    private long seenIn = -1;

    Changed(ClusterId cluster, long code, String term, boolean added, long lastDay) {
      this.cluster = cluster;
      this.code = code;
      this.term = term;
      this.added = added;
      this.lastDay = lastDay;
    }

    CodeImpact result() {
      return new CodeImpact(cluster.ruleset(), cluster.name(), code, term, added, patients, moved);
    }
  }

  private CodeTouches() {}

  /** For the clusters that both plans read. */
  public static CodeTouches between(Plan old, Plan fresh) {
    CodeTouches touches = new CodeTouches();
    old.clusters().keySet().stream()
        .filter(fresh.clusters()::containsKey)
        .sorted(Comparator.comparing(ClusterId::ruleset).thenComparing(ClusterId::name))
        .forEach(cluster -> touches.compare(cluster, old, fresh));
    return touches;
  }

  private void compare(ClusterId cluster, Plan old, Plan fresh) {
    CodeSet before = old.clusters().get(cluster).codes();
    CodeSet after = fresh.clusters().get(cluster).codes();
    only(cluster, before, after, false, old);
    only(cluster, after, before, true, fresh);
  }

  private void only(ClusterId cluster, CodeSet here, CodeSet there, boolean added, Plan plan) {
    here.codes().filter(code -> !there.contains(code)).forEach(code -> {
      Changed one = new Changed(cluster, code, here.term(code), added, plan.achievementDate().toEpochDay());
      changed.add(one);
      byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(one);
    });
  }

  /** Looks at the entries of a record, up to the achievement date. */
  void look(PatientBatch batch, int record, boolean moved) {
    if (byCode.isEmpty()) {
      return;
    }
    looked++;
    int person = batch.person(record);
    for (int event = batch.eventsStart(person); event < batch.eventsEnd(person); event++) {
      for (Changed one : byCode.getOrDefault(batch.code(event), List.of())) {
        if (one.seenIn != looked && batch.day(event) <= one.lastDay) {
          one.seenIn = looked;
          one.patients++;
          one.moved += moved ? 1 : 0;
        }
      }
    }
  }

  void merge(CodeTouches other) {
    for (int i = 0; i < changed.size(); i++) {
      changed.get(i).patients += other.changed.get(i).patients;
      changed.get(i).moved += other.changed.get(i).moved;
    }
  }

  /** Those with most patients first. */
  List<CodeImpact> result() {
    return changed.stream()
        .map(Changed::result)
        .sorted(Comparator.comparingLong(CodeImpact::patients).reversed()
            .thenComparing(CodeImpact::cluster)
            .thenComparing(CodeImpact::ruleset)
            .thenComparingLong(CodeImpact::code))
        .toList();
  }
}
