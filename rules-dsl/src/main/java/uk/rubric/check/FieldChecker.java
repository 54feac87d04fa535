package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** Checks the form of one field; empty after a report. */
final class FieldChecker implements FieldForm.Visitor<Optional<FieldDefinition>> {
  private final Name name;
  private final Context context;
  private final OperandChecker operands;

  private FieldChecker(Name name, Context context) {
    this.name = name;
    this.context = context;
    this.operands = new OperandChecker(context);
  }

  static Optional<CheckedField> check(RulesetNode.Field field, List<Note> notes, Context context) {
    Optional<FieldDefinition> definition = field.form().accept(new FieldChecker(field.name(), context));
    Optional<FieldSignature> signature = FieldSignature.of(field, context.scope());
    FieldId id = context.scope().ownId(field.name());
    return definition.flatMap(d -> signature.map(
        s -> new CheckedField(id, s.type(), s.unit(), d, notes, field.span())));
  }

  private void report(Span span, RuleDiagnostic code, String message, String help) {
    context.problems().add(Diagnostic.at(span, code, message).withHelp(help));
  }

  @Override
  public Optional<FieldDefinition> patientId(FieldForm.PatientId form) {
    return isNamed(false, "an identifier") ? Optional.of(new FieldDefinition.PatientId()) : Optional.empty();
  }

  @Override
  public Optional<FieldDefinition> sex(FieldForm.Sex form) {
    return isNamed(false, "a sex") ? Optional.of(new FieldDefinition.Sex()) : Optional.empty();
  }

  @Override
  public Optional<FieldDefinition> ageAt(FieldForm.AgeAt form) {
    Optional<Operand> day = operands.date(form.day(), "what an age is taken at");
    DateUnit unit = form.inMonths() ? DateUnit.MONTHS : DateUnit.YEARS;
    return isNamed(false, "an age") ? day.map(d -> new FieldDefinition.AgeAt(d, unit)) : Optional.empty();
  }

  /** Whether the name of the field has brackets just when its form gives an array. */
  private boolean isNamed(boolean array, String what) {
    if (name.array() == array) {
      return true;
    }
    String right = quote(array ? name.text() + "[]" : name.text());
    report(name.span(), RuleDiagnostic.ARRAY_MISMATCH,
        quote(name) + (array ? " is named without brackets, and " : " is named as an array, and ") + what
            + (array ? " gives an array" : " is one thing"),
        "name it " + right);
    return false;
  }

  @Override
  public Optional<FieldDefinition> pick(FieldForm.Pick form) {
    return new PickChecker(name, context, this::isNamed).check(form);
  }

  @Override
  public Optional<FieldDefinition> reading(FieldForm.Reading form) {
    Optional<ClusterId> cluster = readCluster(form.cluster());
    Optional<FieldId> on = form.each() == form.on().array()
        ? field(form.on(), form.each() ? Type.DATES : Type.DATE, "a value is read on")
        : wrongEach(form);
    boolean named = form.each() != form.on().array() || isNamed(form.each(), "`on each`");
    boolean told = hasExtreme(form);
    boolean united = hasUnit(form);
    if (cluster.isEmpty() || on.isEmpty() || !named || !told || !united) {
      return Optional.empty();
    }
    Unit unit = form.unit().map(Text::text).map(Unit::new).orElse(Unit.NONE);
    FieldForm.Extreme extreme = form.extreme().orElseThrow();
    return Optional.of(form.each()
        ? new FieldDefinition.ReadingOnEach(extreme, cluster.get(), on.get(), unit)
        : new FieldDefinition.Reading(extreme, cluster.get(), on.get(), unit));
  }

  private Optional<ClusterId> readCluster(Name cluster) {
    if (PickChecker.isRegistration(cluster)) {
      report(cluster.span(), RuleDiagnostic.REGISTRATION_VALUE, "a registration has no value",
          "read the value of a code cluster");
      return Optional.empty();
    }
    return context.scope().find(cluster, Wanted.CLUSTER).map(Scope.Entry::clusterId);
  }

  private Optional<FieldId> wrongEach(FieldForm.Reading form) {
    report(form.on().span(), RuleDiagnostic.ARRAY_MISMATCH,
        form.each() ? "`on each` needs an array, and " + quote(form.on()) + " is one day"
            : quote(form.on()) + " is an array, and `on` needs one day",
        form.each() ? "write `on` for one day" : "write `on each` for an array of days");
    return Optional.empty();
  }

  private boolean hasExtreme(FieldForm.Reading form) {
    if (form.extreme().isEmpty()) {
      report(form.span(), RuleDiagnostic.MISSING_EXTREME,
          "the rule does not say which value counts when a day has several",
          "write `highest value of` or `lowest value of`; where the source is silent, add `assumed \"…\"`");
    }
    boolean ties = form.extreme().filter(e -> e == FieldForm.Extreme.LAST_ENTERED).isEmpty();
    if (!ties) {
      report(form.span(), RuleDiagnostic.MISSING_EXTREME,
          "the rule does not say which value counts when several were entered at once",
          "write `with ties highest` or `with ties lowest` before the unit");
    }
    return form.extreme().isPresent() && ties;
  }

  private boolean hasUnit(FieldForm.Reading form) {
    Optional<Text> span = form.unit().filter(u -> ShiftChecker.dateUnit(u.text()).isPresent());
    span.ifPresent(unit -> report(unit.span(), RuleDiagnostic.UNIT_MISMATCH,
        quote(unit.text()) + " is a unit of the calendar, not of a value", "name the unit of the measurement"));
    return span.isEmpty();
  }

  /** A field of that type; {@code what} says what it is for. */
  private Optional<FieldId> field(Name field, Type type, String what) {
    if (context.bound().containsKey(field.text()) && !field.array()) {
      report(field.span(), RuleDiagnostic.WRONG_KIND,
          quote(field) + " is the entry looked at here, and a field is expected", "name a field");
      return Optional.empty();
    }
    Optional<Scope.Entry> found = context.scope().find(field, Wanted.FIELD);
    found.ifPresent(context::use);
    Optional<FieldSignature> signature = found.flatMap(Scope.Entry::signature);
    if (signature.isPresent() && signature.get().type() != type) {
      report(field.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(field) + " holds " + words(signature.get().type()) + ", and " + what + " " + words(type),
          "name a field that holds " + words(type));
      return Optional.empty();
    }
    return signature.flatMap(s -> found.map(Scope.Entry::fieldId));
  }

  private static String words(Type type) {
    return switch (type) {
      case DATE -> "a date";
      case VALUE -> "a value";
      case AGE -> "an age";
      case AGE_IN_MONTHS -> "an age in months";
      case LABEL -> "a label";
      case ANSWER -> "a yes or no";
      case ENTRIES -> "entries";
      case IDENTIFIER -> "an identifier";
      case DATES -> "days";
      case VALUES -> "values by day";
    };
  }

  @Override
  public Optional<FieldDefinition> extremeOf(FieldForm.ExtremeOf form) {
    String word = form.word().name().toLowerCase(Locale.ROOT);
    Type type = form.word().isOfDates() ? Type.DATE : Type.VALUE;
    List<FieldId> fields = form.fields().stream()
        .map(f -> field(f, type, "`" + word + " of` compares"))
        .flatMap(Optional::stream).toList();
    return isNamed(false, "the `" + word + "`") && fields.size() == form.fields().size()
            && (type == Type.DATE || ofOneUnit(form.fields()))
        ? Optional.of(new FieldDefinition.ExtremeOf(form.word().isGreatest(), fields))
        : Optional.empty();
  }

  private boolean ofOneUnit(List<Name> fields) {
    Optional<Unit> first = unit(fields.get(0));
    Optional<Name> other = fields.stream().filter(f -> !unit(f).equals(first)).findFirst();
    other.ifPresent(field -> report(field.span(), RuleDiagnostic.UNIT_MISMATCH,
        quote(field) + " is in another unit than " + quote(fields.get(0)), "compare values of one unit"));
    return other.isEmpty();
  }

  private Optional<Unit> unit(Name field) {
    return context.scope().peek(field).flatMap(Scope.Entry::signature).map(FieldSignature::unit);
  }

  @Override
  public Optional<FieldDefinition> element(FieldForm.Element form) {
    Optional<Unit> unit = operands.arrayOfValues(form.array());
    Optional<FieldId> at = field(form.at(), Type.DATE, "the day of an array's entry is");
    if (!isNamed(false, "an array's entry") || unit.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return context.scope().peek(form.array()).map(e -> new FieldDefinition.Element(e.fieldId(), at.get()));
  }

  @Override
  public Optional<FieldDefinition> conditional(FieldForm.Conditional form) {
    Optional<Condition> condition = new ConditionChecker(context).check(form.condition());
    Optional<Typed> whenTrue = form.whenTrue().accept(operands);
    Optional<Typed> whenFalse = form.whenFalse().accept(operands);
    if (!isNamed(false, "the `if`") || condition.isEmpty() || whenTrue.isEmpty() || whenFalse.isEmpty()
        || !new ComparisonChecker(context.problems()).fitBranches(whenTrue.get(), whenFalse.get(), form.span())) {
      return Optional.empty();
    }
    return Optional.of(new FieldDefinition.Conditional(
        condition.get(), whenTrue.get().operand(), whenFalse.get().operand()));
  }

  @Override
  public Optional<FieldDefinition> whether(FieldForm.Whether form) {
    Optional<Condition> condition = new ConditionChecker(context).check(form.condition());
    return isNamed(false, "the `whether`") ? condition.map(FieldDefinition.Whether::new) : Optional.empty();
  }
}
