package uk.rubric.worklist;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldReads;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.value.Unit;

/**
 * What ladders read, directly, through fields and through the ladders that they ask: code clusters, and for those whose
 * values are read the numbers with which they are compared. Their parents are not part of it.
 */
final class Reach {
  private final Plan plan;
  private final Set<Integer> ladders = new HashSet<>();
  private final Set<FieldId> fields = new HashSet<>();
  private final Set<ClusterId> clusters = new LinkedHashSet<>();
  private final Map<ClusterId, Map<Optional<Unit>, Set<BigDecimal>>> limits = new LinkedHashMap<>();
  private final Rhythm rhythm;

  private Reach(Plan plan) {
    this.plan = plan;
    rhythm = new Rhythm(plan);
  }

  static Reach of(Plan plan, List<PlannedLadder> ladders) {
    Reach reach = new Reach(plan);
    ladders.forEach(reach::ladder);
    return reach;
  }

  /** In the order in which the rules come to them. */
  Set<ClusterId> clusters() {
    return clusters;
  }

  /** The numbers by the unit in which values are read, of a cluster whose values are. */
  Map<Optional<Unit>, Set<BigDecimal>> limits(ClusterId cluster) {
    return limits.getOrDefault(cluster, Map.of());
  }

  /** How often and how far apart entries are asked. */
  Rhythm rhythm() {
    return rhythm;
  }

  private void ladder(PlannedLadder ladder) {
    if (ladders.add(ladder.index())) {
      ladder.ladder().rules().stream().flatMap(rule -> rule.condition().stream())
          .forEach(condition -> condition(condition, Optional.empty()));
    }
  }

  /** @param of the cluster of the entry under test, in a {@code where} */
  private void condition(Condition condition, Optional<ClusterId> of) {
    condition.populations().map(plan::ladder).forEach(this::ladder);
    condition.operands().flatMap(operand -> operand.fields()).forEach(this::field);
    condition.accept(new Limits(plan, of, this::read, rhythm));
    condition.linked().forEach(linked -> {
      clusters.add(linked.cluster());
      condition(linked.has(), Optional.of(linked.cluster()));
    });
  }

  private void field(FieldId id) {
    if (fields.add(id)) {
      FieldDefinition definition = plan.field(id).definition();
      read(FieldReads.of(definition));
      rhythm.field(definition);
      definition.references().forEach(this::field);
    }
  }

  private Set<BigDecimal> read(ClusterId cluster, Optional<Unit> unit) {
    return limits.computeIfAbsent(cluster, c -> new LinkedHashMap<>())
        .computeIfAbsent(unit, u -> new LinkedHashSet<>());
  }

  private void read(FieldReads field) {
    field.entries().ifPresent(clusters::add);
    field.condition().ifPresent(condition -> condition(condition, field.entries()));
    field.values().ifPresent(values -> {
      clusters.add(values.cluster());
      read(values.cluster(), Optional.of(values.unit()));
    });
  }
}
