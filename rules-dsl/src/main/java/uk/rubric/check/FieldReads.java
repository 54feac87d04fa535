package uk.rubric.check;

import java.util.Optional;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.Unit;

/**
 * What a field reads of a record by itself, whatever it makes of it; what it asks other fields is no part of it.
 * Immutable and thread-safe.
 *
 * @param entries the code cluster whose entries it chooses
 * @param condition behind its {@code where}, of each of these entries; or behind its {@code if} or {@code whether}
 * @param values the code cluster whose values it reads
 */
public record FieldReads(Optional<ClusterId> entries, Optional<Condition> condition, Optional<Values> values) {
  private static final FieldReads NOTHING = new FieldReads(Optional.empty(), Optional.empty(), Optional.empty());

  /** Values in one unit, of which one counts on a day. */
  public record Values(ClusterId cluster, Unit unit, Extreme extreme) {}

  /** What a definition reads. */
  public static FieldReads of(FieldDefinition definition) {
    return definition.accept(new Reader());
  }

  private static final class Reader implements FieldDefinition.Visitor<FieldReads> {
    private static FieldReads entries(Source source, Optional<Condition> where) {
      Optional<ClusterId> cluster =
          source instanceof Source.Cluster from ? Optional.of(from.id()) : Optional.empty();
      return new FieldReads(cluster, where, Optional.empty());
    }

    private static FieldReads entries(Selection selection) {
      return entries(selection.source(), selection.where());
    }

    private static FieldReads values(ClusterId cluster, Unit unit, Extreme extreme) {
      return new FieldReads(Optional.empty(), Optional.empty(), Optional.of(new Values(cluster, unit, extreme)));
    }

    private static FieldReads condition(Condition condition) {
      return new FieldReads(Optional.empty(), Optional.of(condition), Optional.empty());
    }

    @Override
    public FieldReads pick(FieldDefinition.Pick form) {
      return entries(form.source(), form.where());
    }

    @Override
    public FieldReads allDays(FieldDefinition.AllDays form) {
      return entries(form.selection());
    }

    @Override
    public FieldReads allEntries(FieldDefinition.AllEntries form) {
      return entries(form.selection());
    }

    @Override
    public FieldReads count(FieldDefinition.Count form) {
      return entries(form.selection());
    }

    @Override
    public FieldReads reading(FieldDefinition.Reading form) {
      return values(form.cluster(), form.unit(), form.extreme());
    }

    @Override
    public FieldReads readingOnEach(FieldDefinition.ReadingOnEach form) {
      return values(form.cluster(), form.unit(), form.extreme());
    }

    @Override
    public FieldReads conditional(FieldDefinition.Conditional form) {
      return condition(form.condition());
    }

    @Override
    public FieldReads whether(FieldDefinition.Whether form) {
      return condition(form.condition());
    }

    @Override
    public FieldReads patientId(FieldDefinition.PatientId form) {
      return NOTHING;
    }

    @Override
    public FieldReads sex(FieldDefinition.Sex form) {
      return NOTHING;
    }

    @Override
    public FieldReads ageAt(FieldDefinition.AgeAt form) {
      return NOTHING;
    }

    @Override
    public FieldReads extremeOf(FieldDefinition.ExtremeOf form) {
      return NOTHING;
    }

    @Override
    public FieldReads element(FieldDefinition.Element form) {
      return NOTHING;
    }
  }
}
