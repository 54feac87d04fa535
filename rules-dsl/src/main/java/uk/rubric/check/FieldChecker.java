package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Context.Entries;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
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
    FieldId id = context.scope().fieldId(field.name());
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
  public Optional<FieldDefinition> ageAt(FieldForm.AgeAt form) {
    Optional<Operand> day = operands.date(form.day(), "what an age is taken at");
    return isNamed(false, "an age") ? day.map(FieldDefinition.AgeAt::new) : Optional.empty();
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
    Optional<Source> source = source(form.source());
    Entries entries = isRegistration(form.source()) ? Entries.REGISTRATION : Entries.CLINICAL;
    ConditionChecker conditions = new ConditionChecker(context.inWhere(entries));
    Optional<Condition> where = form.where().flatMap(conditions::check);
    boolean all = form.choice() == FieldForm.Choice.ALL;
    String word = form.choice().name().toLowerCase(Locale.ROOT);
    boolean named = isNamed(all, all ? "`all`" : "the `" + word + "`");
    if (source.isEmpty() || where.isPresent() != form.where().isPresent() || !named) {
      return Optional.empty();
    }
    return Optional.of(all
        ? new FieldDefinition.AllDays(source.get(), where)
        : new FieldDefinition.Pick(form.choice() == FieldForm.Choice.LATEST, source.get(), where));
  }

  private static boolean isRegistration(Name source) {
    return source.text().equals(Scope.REGISTRATION) || source.text().equals(Scope.DEREGISTRATION);
  }

  private Optional<Source> source(Name source) {
    return switch (source.text()) {
      case Scope.REGISTRATION -> Optional.of(new Source.Registration());
      case Scope.DEREGISTRATION -> Optional.of(new Source.Deregistration());
      default -> cluster(source).map(Source.Cluster::new);
    };
  }

  private Optional<ClusterId> cluster(Name cluster) {
    return context.scope().find(cluster, Wanted.CLUSTER)
        .map(e -> new ClusterId(context.scope().ruleset(), cluster.text()));
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
    if (isRegistration(cluster)) {
      report(cluster.span(), RuleDiagnostic.REGISTRATION_VALUE, "a registration has no value",
          "read the value of a code cluster");
      return Optional.empty();
    }
    return cluster(cluster);
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
    return form.extreme().isPresent();
  }

  private boolean hasUnit(FieldForm.Reading form) {
    Optional<Text> span = form.unit().filter(u -> ShiftChecker.dateUnit(u.text()).isPresent());
    span.ifPresent(unit -> report(unit.span(), RuleDiagnostic.UNIT_MISMATCH,
        quote(unit.text()) + " is a unit of the calendar, not of a value", "name the unit of the measurement"));
    return span.isEmpty();
  }

  /** A field of that type; {@code what} says what it is for. */
  private Optional<FieldId> field(Name field, Type type, String what) {
    Optional<RulesetNode.Field> found = context.scope().find(field, Wanted.FIELD)
        .flatMap(e -> context.scope().field(context.scope().fieldId(field)));
    found.ifPresent(f -> context.use(field));
    Optional<FieldSignature> signature = found.flatMap(f -> FieldSignature.of(f, context.scope()));
    if (signature.isPresent() && signature.get().type() != type) {
      report(field.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(field) + " holds " + words(signature.get().type()) + ", and " + what + " " + words(type),
          "name a field that holds " + words(type));
      return Optional.empty();
    }
    return signature.map(s -> context.scope().fieldId(field));
  }

  private static String words(Type type) {
    return switch (type) {
      case DATE -> "a date";
      case VALUE -> "a value";
      case AGE -> "an age";
      case IDENTIFIER -> "an identifier";
      case DATES -> "days";
      case VALUES -> "values by day";
    };
  }

  @Override
  public Optional<FieldDefinition> extremeOf(FieldForm.ExtremeOf form) {
    String word = form.latest() ? "latest" : "earliest";
    List<FieldId> fields = form.fields().stream()
        .map(f -> field(f, Type.DATE, "`" + word + " of` compares"))
        .flatMap(Optional::stream).toList();
    return isNamed(false, "the `" + word + "`") && fields.size() == form.fields().size()
        ? Optional.of(new FieldDefinition.ExtremeOf(form.latest(), fields))
        : Optional.empty();
  }

  @Override
  public Optional<FieldDefinition> element(FieldForm.Element form) {
    Optional<Unit> unit = operands.arrayOfValues(form.array());
    Optional<FieldId> at = field(form.at(), Type.DATE, "the day of an array's entry is");
    if (!isNamed(false, "an array's entry") || unit.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new FieldDefinition.Element(context.scope().fieldId(form.array()), at.get()));
  }
}
