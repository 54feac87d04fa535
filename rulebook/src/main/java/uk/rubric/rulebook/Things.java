package uk.rubric.rulebook;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.Operand;

/** What a field or condition names directly. */
final class Things {
  private Things() {}

  /** Fields, and arrays asked across. */
  static Set<FieldId> fields(Condition condition) {
    Set<FieldId> found = new LinkedHashSet<>();
    condition.operands().flatMap(Operand::fields).forEach(found::add);
    condition.linked().flatMap(linked -> linked.has().operands()).flatMap(Operand::fields).forEach(found::add);
    return found;
  }

  static Stream<ClusterId> clusters(Condition condition) {
    return condition.linked().map(Condition.SameEntry::cluster);
  }

  /** The code clusters from which a field is drawn. */
  static Set<ClusterId> clusters(CheckedField field) {
    Set<ClusterId> found = new LinkedHashSet<>();
    field.definition().accept(new Clusters()).forEach(found::add);
    return found;
  }

  private static final class Clusters implements FieldDefinition.Visitor<Stream<ClusterId>> {
    private static Stream<ClusterId> source(FieldDefinition.Source source) {
      return source instanceof FieldDefinition.Source.Cluster cluster ? Stream.of(cluster.id()) : Stream.empty();
    }

    private static Stream<ClusterId> selection(Selection selection) {
      return Stream.concat(source(selection.source()), selection.where().stream().flatMap(Things::clusters));
    }

    @Override
    public Stream<ClusterId> patientId(FieldDefinition.PatientId form) {
      return Stream.empty();
    }

    @Override
    public Stream<ClusterId> sex(FieldDefinition.Sex form) {
      return Stream.empty();
    }

    @Override
    public Stream<ClusterId> ageAt(FieldDefinition.AgeAt form) {
      return Stream.empty();
    }

    @Override
    public Stream<ClusterId> pick(FieldDefinition.Pick form) {
      return selection(Selection.of(form.source(), form.where()));
    }

    @Override
    public Stream<ClusterId> allDays(FieldDefinition.AllDays form) {
      return selection(form.selection());
    }

    @Override
    public Stream<ClusterId> allEntries(FieldDefinition.AllEntries form) {
      return selection(form.selection());
    }

    @Override
    public Stream<ClusterId> count(FieldDefinition.Count form) {
      return selection(form.selection());
    }

    @Override
    public Stream<ClusterId> reading(FieldDefinition.Reading form) {
      return Stream.of(form.cluster());
    }

    @Override
    public Stream<ClusterId> readingOnEach(FieldDefinition.ReadingOnEach form) {
      return Stream.of(form.cluster());
    }

    @Override
    public Stream<ClusterId> extremeOf(FieldDefinition.ExtremeOf form) {
      return Stream.empty();
    }

    @Override
    public Stream<ClusterId> element(FieldDefinition.Element form) {
      return Stream.empty();
    }

    @Override
    public Stream<ClusterId> conditional(FieldDefinition.Conditional form) {
      return Things.clusters(form.condition());
    }

    @Override
    public Stream<ClusterId> whether(FieldDefinition.Whether form) {
      return Things.clusters(form.condition());
    }
  }
}
