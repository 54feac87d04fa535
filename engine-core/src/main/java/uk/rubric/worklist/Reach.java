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
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.value.Unit;

/**
 * What ladders read, directly, through fields and through the ladders that they ask: code clusters, and for those whose
 * values are read the numbers with which they are compared. Their parents are not part of it.
 */
final class Reach implements FieldDefinition.Visitor<Void> {
  private final Plan plan;
  private final Set<Integer> ladders = new HashSet<>();
  private final Set<FieldId> fields = new HashSet<>();
  private final Set<ClusterId> clusters = new LinkedHashSet<>();
  private final Map<ClusterId, Map<Optional<Unit>, Set<BigDecimal>>> limits = new LinkedHashMap<>();

  private Reach(Plan plan) {
    this.plan = plan;
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
    condition.accept(new Limits(plan, of, this::read));
    condition.linked().forEach(linked -> {
      clusters.add(linked.cluster());
      condition(linked.has(), Optional.of(linked.cluster()));
    });
  }

  private void field(FieldId id) {
    if (fields.add(id)) {
      FieldDefinition definition = plan.field(id).definition();
      definition.accept(this);
      definition.references().forEach(this::field);
    }
  }

  private Set<BigDecimal> read(ClusterId cluster, Optional<Unit> unit) {
    return limits.computeIfAbsent(cluster, c -> new LinkedHashMap<>())
        .computeIfAbsent(unit, u -> new LinkedHashSet<>());
  }

  private Void entries(Source source, Optional<Condition> where) {
    Optional<ClusterId> cluster =
        source instanceof Source.Cluster from ? Optional.of(from.id()) : Optional.empty();
    cluster.ifPresent(clusters::add);
    where.ifPresent(condition -> condition(condition, cluster));
    return null;
  }

  private Void entries(Selection selection) {
    return entries(selection.source(), selection.where());
  }

  private Void values(ClusterId cluster, Unit unit) {
    clusters.add(cluster);
    read(cluster, Optional.of(unit));
    return null;
  }

  @Override
  public Void pick(FieldDefinition.Pick form) {
    return entries(form.source(), form.where());
  }

  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    return entries(form.selection());
  }

  @Override
  public Void allEntries(FieldDefinition.AllEntries form) {
    return entries(form.selection());
  }

  @Override
  public Void count(FieldDefinition.Count form) {
    return entries(form.selection());
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
  public Void conditional(FieldDefinition.Conditional form) {
    condition(form.condition(), Optional.empty());
    return null;
  }

  @Override
  public Void whether(FieldDefinition.Whether form) {
    condition(form.condition(), Optional.empty());
    return null;
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return null;
  }

  @Override
  public Void sex(FieldDefinition.Sex form) {
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
