package uk.rubric.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldReads;
import uk.rubric.check.Operand;
import uk.rubric.value.Unit;

/** Which code clusters fields read, and in which units they read the values of each. */
final class ClusterReads {
  private final Map<ClusterId, Set<Unit>> units = new LinkedHashMap<>();

  private ClusterReads() {}

  /** The units by cluster, in the order in which the fields name the clusters; no unit where no value is read. */
  static Map<ClusterId, Set<Unit>> of(List<CheckedField> fields) {
    ClusterReads reads = new ClusterReads();
    fields.forEach(field -> reads.add(FieldReads.of(field.definition())));
    return reads.units;
  }

  private Set<Unit> units(ClusterId cluster) {
    return units.computeIfAbsent(cluster, c -> new LinkedHashSet<>());
  }

  private void add(FieldReads field) {
    field.entries().ifPresent(cluster -> {
      units(cluster);
      field.condition().ifPresent(condition -> condition(cluster, condition));
    });
    field.values().ifPresent(values -> units(values.cluster()).add(values.unit()));
  }

  private void condition(ClusterId cluster, Condition condition) {
    condition.operands().forEach(operand -> entryValue(cluster, operand));
    condition.linked().forEach(linked -> {
      units(linked.cluster());
      condition(linked.cluster(), linked.has());
    });
  }

  private void entryValue(ClusterId cluster, Operand operand) {
    if (operand instanceof Operand.EntryValue value) {
      value.unit().ifPresent(unit -> units(cluster).add(unit));
    }
  }
}
