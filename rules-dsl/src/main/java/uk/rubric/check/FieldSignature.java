package uk.rubric.check;

import java.util.Optional;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.Unit;

/**
 * The type and unit of a field, which its form shows without a look at what it refers to (but for the unit of an
 * array's entry). So a mistake within a definition does not hide what the field is.
 */
record FieldSignature(Type type, Unit unit) {

  /** Empty when the unit cannot be known, because what it comes from is wrong. */
  static Optional<FieldSignature> of(RulesetNode.Field field, Scope scope) {
    return field.form().accept(new Reader(field.name(), scope));
  }

  private static Optional<FieldSignature> of(Type type) {
    return Optional.of(new FieldSignature(type, Unit.NONE));
  }

  private record Reader(Name name, Scope scope) implements FieldForm.Visitor<Optional<FieldSignature>> {
    @Override
    public Optional<FieldSignature> patientId(FieldForm.PatientId form) {
      return of(Type.IDENTIFIER);
    }

    @Override
    public Optional<FieldSignature> ageAt(FieldForm.AgeAt form) {
      return of(Type.AGE);
    }

    @Override
    public Optional<FieldSignature> pick(FieldForm.Pick form) {
      return of(name.array() ? Type.DATES : Type.DATE);
    }

    @Override
    public Optional<FieldSignature> reading(FieldForm.Reading form) {
      return Optional.of(new FieldSignature(name.array() ? Type.VALUES : Type.VALUE, unitOf(form)));
    }

    @Override
    public Optional<FieldSignature> extremeOf(FieldForm.ExtremeOf form) {
      return of(Type.DATE);
    }

    @Override
    public Optional<FieldSignature> element(FieldForm.Element form) {
      return scope.field(scope.fieldId(form.array()))
          .flatMap(f -> f.form() instanceof FieldForm.Reading r ? Optional.of(unitOf(r)) : Optional.empty())
          .map(unit -> new FieldSignature(Type.VALUE, unit));
    }

    private static Unit unitOf(FieldForm.Reading form) {
      return form.unit().map(Text::text).map(Unit::new).orElse(Unit.NONE);
    }
  }
}
