package uk.rubric.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.value.Unit;

/** Which code clusters fields read, and in which units they read the values of each. */
final class ClusterReads implements FieldDefinition.Visitor<Void> {
  private final Map<ClusterId, Set<Unit>> units = new LinkedHashMap<>();

  private ClusterReads() {}

  /** The units by cluster, in the order in which the fields name the clusters; no unit where no value is read. */
  static Map<ClusterId, Set<Unit>> of(List<CheckedField> fields) {
    ClusterReads reads = new ClusterReads();
    fields.forEach(field -> field.definition().accept(reads));
    return reads.units;
  }

  private Set<Unit> units(ClusterId cluster) {
    return units.computeIfAbsent(cluster, c -> new LinkedHashSet<>());
  }

  private Void entries(Source from, Optional<Condition> where) {
    if (from instanceof Source.Cluster cluster) {
      units(cluster.id());
      where.ifPresent(condition -> condition(cluster.id(), condition));
    }
    return null;
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
      value.unit().ifPresent(unit -> values(cluster, unit));
    }
  }

  private Void values(ClusterId cluster, Unit unit) {
    units(cluster).add(unit);
    return null;
  }

  @Override
  public Void pick(FieldDefinition.Pick form) {
    return entries(form.source(), form.where());
  }

  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    return entries(form.selection().source(), form.selection().where());
  }

  @Override
  public Void allEntries(FieldDefinition.AllEntries form) {
    return entries(form.selection().source(), form.selection().where());
  }

  @Override
  public Void count(FieldDefinition.Count form) {
    return entries(form.selection().source(), form.selection().where());
  }

  @Override
  public Void sex(FieldDefinition.Sex form) {
    return null;
  }

  @Override
  public Void conditional(FieldDefinition.Conditional form) {
    return null;
  }

  @Override
  public Void whether(FieldDefinition.Whether form) {
    return null;
  }

  @Override
  public Void reading(FieldDefinition.Reading form) {
    return values(form.cluster(), form.unit());
  }

  @Override
  public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
    return values(form.cluster(), form.unit());
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return null;
  }

  @Override
  public Void ageAt(FieldDefinition.AgeAt form) {
    return null;
  }

  @Override
  public Void extremeOf(FieldDefinition.ExtremeOf form) {
    return null;
  }

  @Override
  public Void element(FieldDefinition.Element form) {
    return null;
  }
}
