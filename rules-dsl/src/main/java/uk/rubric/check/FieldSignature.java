package uk.rubric.check;

import java.util.Optional;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.syntax.ExpressionNode;
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
  private static final int DEEPEST = 100;

  /** Empty when the unit cannot be known, because what it comes from is wrong. */
  static Optional<FieldSignature> of(RulesetNode.Field field, Scope scope) {
    return field.form().accept(new Reader(field.name(), scope, 0));
  }

  private static Optional<FieldSignature> of(Type type) {
    return Optional.of(new FieldSignature(type, Unit.NONE));
  }

  private record Reader(Name name, Scope scope, int depth) implements FieldForm.Visitor<Optional<FieldSignature>> {
    @Override
    public Optional<FieldSignature> patientId(FieldForm.PatientId form) {
      return of(Type.IDENTIFIER);
    }

    @Override
    public Optional<FieldSignature> sex(FieldForm.Sex form) {
      return of(Type.LABEL);
    }

    @Override
    public Optional<FieldSignature> ageAt(FieldForm.AgeAt form) {
      return of(form.inMonths() ? Type.AGE_IN_MONTHS : Type.AGE);
    }

    @Override
    public Optional<FieldSignature> pick(FieldForm.Pick form) {
      return of(switch (form.choice()) {
        case COUNT -> Type.VALUE;
        case ALL -> form.entries() ? Type.ENTRIES : name.array() ? Type.DATES : Type.DATE;
        case LATEST, EARLIEST -> name.array() ? Type.DATES : Type.DATE;
      });
    }

    @Override
    public Optional<FieldSignature> reading(FieldForm.Reading form) {
      return Optional.of(new FieldSignature(name.array() ? Type.VALUES : Type.VALUE, unitOf(form)));
    }

    @Override
    public Optional<FieldSignature> extremeOf(FieldForm.ExtremeOf form) {
      return form.word().isOfDates() ? of(Type.DATE) : unitOf(form.fields().get(0));
    }

    @Override
    public Optional<FieldSignature> element(FieldForm.Element form) {
      return unitOf(form.array());
    }

    @Override
    public Optional<FieldSignature> whether(FieldForm.Whether form) {
      return of(Type.ANSWER);
    }

    /** That of the first branch, when it is a field or a number; else a date, such as {@code PPED} or one moved. */
    @Override
    public Optional<FieldSignature> conditional(FieldForm.Conditional form) {
      if (form.whenTrue() instanceof ExpressionNode.Number number) {
        return Optional.of(new FieldSignature(
            Type.VALUE, number.unit().map(Text::text).map(Unit::new).orElse(Unit.NONE)));
      }
      Optional<Scope.Entry> field = form.whenTrue() instanceof ExpressionNode.Reference reference
          ? scope.peek(reference.name()).filter(e -> e.kind() == NameKind.FIELD) : Optional.empty();
      return field.isEmpty()
          ? of(Type.DATE) : signature(field.get()).map(s -> new FieldSignature(single(s.type()), s.unit()));
    }

    private static Type single(Type type) {
      return type == Type.VALUES ? Type.VALUE : type.isArray() ? Type.DATE : type;
    }

    private Optional<FieldSignature> unitOf(Name field) {
      return scope.peek(field).flatMap(this::signature).map(s -> new FieldSignature(Type.VALUE, s.unit()));
    }

    /** Fields that need themselves are reported elsewhere. */
    private Optional<FieldSignature> signature(Scope.Entry entry) {
      return depth < DEEPEST && entry.item() instanceof RulesetNode.Field field
          ? field.form().accept(new Reader(field.name(), entry.home(), depth + 1)) : Optional.empty();
    }

    private static Unit unitOf(FieldForm.Reading form) {
      return form.unit().map(Text::text).map(Unit::new).orElse(Unit.NONE);
    }
  }
}
