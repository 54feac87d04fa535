package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.Context.Entries;
import uk.rubric.check.FieldDefinition.Keep;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.value.DateUnit;

/** Checks a pick: where its entries come from, which of them are taken, and what becomes of them. */
final class PickChecker {
  private final Name name;
  private final Context context;
  private final BiPredicate<Boolean, String> isNamed;

  /** @param isNamed whether the field's name has brackets as its form asks, or reports that it has not */
  PickChecker(Name name, Context context, BiPredicate<Boolean, String> isNamed) {
    this.name = name;
    this.context = context;
    this.isNamed = isNamed;
  }

  private <T> Optional<T> refuse(Span span, RuleDiagnostic code, String message, String help) {
    context.problems().add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  Optional<FieldDefinition> check(FieldForm.Pick form) {
    Optional<Source> source = source(form.source());
    Entries entries = isRegistration(form.source()) ? Entries.REGISTRATION
        : form.source().array() ? Entries.ARRAY : Entries.CLINICAL;
    Context inWhere = context.inWhere(entries);
    Optional<Condition> where = form.where().flatMap(new ConditionChecker(inWhere)::check);
    Optional<Condition> on = form.on().flatMap(day -> on(day, inWhere));
    Optional<OptionalInt> spacing = spacing(form);
    Optional<Optional<Keep>> keep = keep(form);
    boolean array = Scope.givesArray(form);
    boolean named = isNamed.test(array, array ? form.number().isPresent() ? "the " + words(form) : "`all`"
        : "the " + words(form));
    boolean whole = where.isPresent() == form.where().isPresent() && on.isPresent() == form.on().isPresent();
    if (source.isEmpty() || !whole || spacing.isEmpty() || keep.isEmpty() || !named || !countsEntries(form)) {
      return Optional.empty();
    }
    return Optional.of(definition(
        form, new Selection(source.get(), both(on, where, form.span()), spacing.get(), keep.get())));
  }

  private static String words(FieldForm.Pick form) {
    return "`" + form.choice().name().toLowerCase(Locale.ROOT)
        + form.number().map(n -> " " + n.text()).orElse("") + "`";
  }

  private static FieldDefinition definition(FieldForm.Pick form, Selection selection) {
    if (form.choice() == FieldForm.Choice.COUNT) {
      return new FieldDefinition.Count(selection, form.entries());
    }
    if (form.choice() == FieldForm.Choice.ALL && form.entries()) {
      return new FieldDefinition.AllEntries(selection);
    }
    return Scope.givesArray(form)
        ? new FieldDefinition.AllDays(selection)
        : new FieldDefinition.Pick(
            form.choice() == FieldForm.Choice.LATEST, selection.source(), selection.where());
  }

  static boolean isRegistration(Name source) {
    return source.text().equals(Scope.REGISTRATION) || source.text().equals(Scope.DEREGISTRATION);
  }

  private Optional<Source> source(Name source) {
    if (source.array()) {
      return array(source);
    }
    return switch (source.text()) {
      case Scope.REGISTRATION -> Optional.of(new Source.Registration());
      case Scope.DEREGISTRATION -> Optional.of(new Source.Deregistration());
      default -> context.scope().find(source, Wanted.CLUSTER).map(e -> new Source.Cluster(e.clusterId()));
    };
  }

  private Optional<Source> array(Name source) {
    Optional<Scope.Entry> entry = context.scope().find(source, Wanted.FIELD);
    entry.ifPresent(context::use);
    return entry.map(e -> new Source.Array(e.fieldId()));
  }

  private Optional<Condition> on(ExpressionNode day, Context inWhere) {
    Typed date = Typed.of(new Operand.EntryDate(), Typed.Kind.DATE, day.span());
    return new OperandChecker(inWhere).date(day, "the day of a pick")
        .map(operand -> new Condition.Comparison(date.operand(), Comparator.EQUAL, operand, day.span()));
  }

  private static Optional<Condition> both(Optional<Condition> on, Optional<Condition> where, Span span) {
    return on.isPresent() && where.isPresent()
        ? Optional.of(new Condition.AllOf(java.util.List.of(on.get(), where.get()), span))
        : on.or(() -> where);
  }

  /** How many days apart; empty after a report. */
  private Optional<OptionalInt> spacing(FieldForm.Pick form) {
    if (form.spacing().isEmpty()) {
      return Optional.of(OptionalInt.empty());
    }
    ExpressionNode.Number spacing = form.spacing().get();
    Optional<Integer> days = ShiftChecker.whole(spacing.digits()).filter(n -> n > 0);
    Optional<DateUnit> unit = spacing.unit().flatMap(u -> ShiftChecker.dateUnit(u.text()))
        .filter(u -> u == DateUnit.DAYS || u == DateUnit.WEEKS);
    if (days.isEmpty() || unit.isEmpty()) {
      return refuse(spacing.span(), RuleDiagnostic.INVALID_SPACING,
          quote(spacing.span().text()) + " is no number of days or weeks to keep apart",
          "write a whole number, as in `spaced 28 days`");
    }
    boolean ofDays = form.choice() == FieldForm.Choice.ALL || form.choice() == FieldForm.Choice.COUNT
        || form.number().isPresent();
    if (!ofDays || form.entries()) {
      return refuse(spacing.span(), RuleDiagnostic.INVALID_SPACING,
          "only `all`, `count of` and several of the latest or earliest days are spaced",
          "draw the spaced days with `all` in a field of its own, and pick one of them");
    }
    return Optional.of(OptionalInt.of(unit.get() == DateUnit.WEEKS ? 7 * days.get() : days.get()));
  }

  private Optional<Optional<Keep>> keep(FieldForm.Pick form) {
    if (form.number().isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Optional<Integer> number = ShiftChecker.whole(form.number().get()).filter(n -> n > 0);
    return number.isEmpty()
        ? refuse(form.number().get().span(), RuleDiagnostic.INVALID_NUMBER,
            quote(form.number().get().text()) + " is no number of days to take", "write a whole number, at least 1")
        : Optional.of(Optional.of(new Keep(form.choice() == FieldForm.Choice.LATEST, number.get())));
  }

  /** Whether `entries` stands only where there are entries; of an array of days two of one day are one already. */
  private boolean countsEntries(FieldForm.Pick form) {
    if (!form.entries() || !form.source().array()
        || context.scope().peek(form.source()).flatMap(Scope.Entry::signature)
            .map(s -> s.type() == Type.ENTRIES).orElse(true)) {
      return true;
    }
    refuse(form.source().span(), RuleDiagnostic.TYPE_MISMATCH,
        quote(form.source()) + " holds days, and `entries of` asks for entries",
        "leave out `entries of`, or draw the array with `all entries of`");
    return false;
  }
}
