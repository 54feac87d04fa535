package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.FieldId;

/** Collects the fields that a definition or condition reads. */
final class FieldReferences
    implements FieldDefinition.Visitor<Void>, Condition.Visitor<Void>, Operand.Visitor<Void> {
  private final Set<FieldId> found = new LinkedHashSet<>();

  static Set<FieldId> of(FieldDefinition definition) {
    FieldReferences references = new FieldReferences();
    definition.accept(references);
    return references.found;
  }

  private Void add(FieldId id) {
    found.add(id);
    return null;
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return null;
  }

  @Override
  public Void ageAt(FieldDefinition.AgeAt form) {
    return form.day().accept(this);
  }

  @Override
  public Void pick(FieldDefinition.Pick form) {
    form.where().ifPresent(where -> where.accept(this));
    return null;
  }

  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    form.where().ifPresent(where -> where.accept(this));
    return null;
  }

  @Override
  public Void reading(FieldDefinition.Reading form) {
    return add(form.on());
  }

  @Override
  public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
    return add(form.days());
  }

  @Override
  public Void extremeOf(FieldDefinition.ExtremeOf form) {
    found.addAll(form.fields());
    return null;
  }

  @Override
  public Void element(FieldDefinition.Element form) {
    add(form.array());
    return add(form.at());
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void comparison(Condition.Comparison condition) {
    condition.left().accept(this);
    return condition.right().accept(this);
  }

  @Override
  public Void presence(Condition.Presence condition) {
    return condition.subject().accept(this);
  }

  @Override
  public Void field(Operand.Field operand) {
    return add(operand.id());
  }

  @Override
  public Void day(Operand.Day operand) {
    return null;
  }

  @Override
  public Void fixedDay(Operand.FixedDay operand) {
    return null;
  }

  @Override
  public Void number(Operand.Number operand) {
    return null;
  }

  @Override
  public Void years(Operand.Years operand) {
    return null;
  }

  @Override
  public Void shifted(Operand.Shifted operand) {
    return operand.base().accept(this);
  }

  @Override
  public Void entryDate(Operand.EntryDate operand) {
    return null;
  }

  @Override
  public Void entryValue(Operand.EntryValue operand) {
    return null;
  }

  @Override
  public Void element(Operand.Element operand) {
    add(operand.array());
    return operand.on().accept(this);
  }
}
