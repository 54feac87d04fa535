package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.Context.Entries;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.check.Typed.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** Gives an expression within a condition its type; empty after a report. */
final class OperandChecker implements ExpressionNode.Visitor<Optional<Typed>> {
  private final Context context;

  OperandChecker(Context context) {
    this.context = context;
  }

  private Optional<Typed> refuse(Span span, RuleDiagnostic code, String message, String help) {
    context.problems().add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  /** An expression that must be a date; {@code what} says whose. */
  Optional<Operand> date(ExpressionNode expression, String what) {
    return expression.accept(this).flatMap(typed -> {
      if (typed.kind() == Kind.DATE) {
        return Optional.of(typed.operand());
      }
      refuse(typed.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(typed.span().text()) + " is " + typed.words() + ", and " + what + " is a date",
          "name a date field or a day");
      return Optional.empty();
    });
  }

  @Override
  public Optional<Typed> binary(ExpressionNode.Binary expression) {
    if (expression.operator() == '*' || expression.operator() == '/') {
      return refuse(expression.span(), RuleDiagnostic.NOT_IN_CONDITIONS,
          "a condition on patients cannot multiply or divide", "multiply and divide in a `measure` of a service");
    }
    return new ShiftChecker(context, this).check(expression);
  }

  @Override
  public Optional<Typed> number(ExpressionNode.Number expression) {
    Optional<String> unit = expression.unit().map(Text::text);
    if (unit.isEmpty()) {
      return Optional.of(number(expression.digits(), Kind.NUMBER, Optional.empty(), expression.span()));
    }
    if (ShiftChecker.dateUnit(unit.get()).isEmpty()) {
      return Optional.of(number(expression.digits(), Kind.VALUE, unit.map(Unit::new), expression.span()));
    }
    return age(expression, ShiftChecker.dateUnit(unit.get()).get());
  }

  private static Typed number(Text digits, Kind kind, Optional<Unit> unit, Span span) {
    return new Typed(new Operand.Number(new BigDecimal(digits.text())), kind, unit, true, span);
  }

  private Optional<Typed> age(ExpressionNode.Number expression, DateUnit unit) {
    Optional<Integer> completed = ShiftChecker.whole(expression.digits());
    boolean ofAge = unit == DateUnit.YEARS || unit == DateUnit.MONTHS;
    if (!ofAge || completed.isEmpty()) {
      return refuse(expression.span(), RuleDiagnostic.AGE_UNIT,
          quote(expression.span().text()) + " is no age in whole years or months",
          "an age is compared with whole years or months, as `17 years`; "
              + "a date is moved from another date, as in `PPED - 12 months`");
    }
    Kind kind = unit == DateUnit.YEARS ? Kind.AGE : Kind.AGE_IN_MONTHS;
    return Optional.of(Typed.literal(new Operand.Age(completed.get()), kind, expression.span()));
  }

  @Override
  public Optional<Typed> percent(ExpressionNode.Percent expression) {
    return Optional.of(
        number(expression.digits(), Kind.VALUE, Optional.of(Unit.PERCENT), expression.span()));
  }

  @Override
  public Optional<Typed> money(ExpressionNode.Money expression) {
    return refuse(expression.span(), RuleDiagnostic.NOT_IN_CONDITIONS,
        "a condition on patients knows no money", "compare with a number, a date or an age");
  }

  @Override
  public Optional<Typed> date(ExpressionNode.DateLiteral expression) {
    return Dates.read(expression.date(), context.problems())
        .map(date -> Typed.literal(new Operand.FixedDay(date), Kind.DATE, expression.span()));
  }

  @Override
  public Optional<Typed> reference(ExpressionNode.Reference expression) {
    if (expression.on().isPresent()) {
      return element(expression, expression.on().get());
    }
    Optional<Context.BoundEntry> bound = bound(expression.name());
    if (bound.isPresent()) {
      return Optional.of(typed(bound.get().operand(), bound.get().signature(), expression.span()));
    }
    return context.scope().find(expression.name(), context.ladder() ? Wanted.OPERAND : Wanted.FIELD_OR_DAY)
        .flatMap(entry -> operand(expression, entry));
  }

  private Optional<Context.BoundEntry> bound(Name name) {
    return name.array() ? Optional.empty() : Optional.ofNullable(context.bound().get(name.text()));
  }

  private Optional<Typed> operand(ExpressionNode.Reference expression, Scope.Entry entry) {
    if (entry.item() instanceof RulesetNode.Field field) {
      return field(expression, field, entry);
    }
    return Optional.of(entry.item() instanceof RulesetNode.Population classification
        ? Typed.label(new Operand.Classification(entry.populationId()), labels(classification), expression.span())
        : Typed.of(new Operand.Day(entry.name().text()), Kind.DATE, expression.span()));
  }

  private static List<String> labels(RulesetNode.Population classification) {
    return classification.ladder().steps().stream()
        .flatMap(step -> Stream.concat(Stream.of(step.whenTrue()), step.whenFalse().stream()))
        .flatMap(action -> action.label().stream())
        .map(Text::text).distinct().toList();
  }

  private Optional<Typed> field(ExpressionNode.Reference expression, RulesetNode.Field field, Scope.Entry entry) {
    Name name = expression.name();
    Optional<FieldSignature> signature = entry.signature();
    if (!name.array()) {
      Operand operand = new Operand.Field(context.use(entry));
      return signature.map(s -> typed(operand, s, expression.span()));
    }
    boolean values = field.form() instanceof FieldForm.Reading;
    return refuse(expression.span(), RuleDiagnostic.ARRAY_MISMATCH,
        quote(name) + " is an array, which is never a value itself",
        values
            ? "ask for its entry on a day: " + quote(name.written() + " on …") + ", or ask `some`"
            : "ask `some` or `count of` it, or pick one of its days in a field of its own, with `latest` or `earliest`");
  }

  private static Typed typed(Operand operand, FieldSignature signature, Span span) {
    return switch (signature.type()) {
      case DATE, DATES, ENTRIES -> Typed.of(operand, Kind.DATE, span);
      case VALUE, VALUES -> Typed.value(operand, signature.unit(), span);
      case AGE -> Typed.of(operand, Kind.AGE, span);
      case AGE_IN_MONTHS -> Typed.of(operand, Kind.AGE_IN_MONTHS, span);
      case IDENTIFIER -> Typed.of(operand, Kind.IDENTIFIER, span);
      case LABEL -> Typed.label(operand, Labels.SEXES, span);
      case ANSWER -> Typed.of(operand, Kind.ANSWER, span);
    };
  }

  @Override
  public Optional<Typed> entryEpisode(ExpressionNode.EntryEpisode expression) {
    return context.entries() == Entries.CLINICAL
        ? Optional.of(Typed.label(new Operand.EntryEpisode(), Labels.EPISODES, expression.span()))
        : outsideWhere(expression.span(), "episode");
  }

  @Override
  public Optional<Typed> attained(ExpressionNode.Attained expression) {
    Optional<Integer> amount = ShiftChecker.whole(expression.digits());
    if (amount.isEmpty()) {
      return refuse(expression.digits().span(), RuleDiagnostic.INVALID_NUMBER,
          quote(expression.digits().text()) + " is no age in whole units",
          "write a whole number, as in `age 8 months`");
    }
    DateUnit unit = ShiftChecker.dateUnit(expression.unit().text()).orElseThrow();
    return Optional.of(Typed.of(new Operand.Attained(amount.get(), unit), Kind.DATE, expression.span()));
  }

  @Override
  public Optional<Typed> countOf(ExpressionNode.CountOf expression) {
    Name name = expression.array();
    if (!name.array()) {
      return refuse(name.span(), RuleDiagnostic.ARRAY_MISMATCH, "`count of` asks an array, and " + quote(name)
          + " is none", "name an array, or count the entries of a code cluster in a field of its own");
    }
    return context.scope().find(name, Wanted.FIELD).map(entry ->
        Typed.value(new Operand.Count(context.use(entry)), Unit.NONE, expression.span()));
  }

  private static String labelHelp(String text) {
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return "write the date without quotes";
    }
    return text.matches("[A-Z][A-Za-z0-9_]*(\\[])?")
        ? "write a name without quotes; a classification stands on the left, as in `TIER = \"TWO\"`"
        : "write the classification on the left, as in `TIER = \"TWO\"`";
  }

  @Override
  public Optional<Typed> label(ExpressionNode.Label expression) {
    return refuse(expression.span(), RuleDiagnostic.TYPE_MISMATCH,
        quote(expression.span().text()) + " is a label, and none is compared here",
        labelHelp(expression.text().text()));
  }

  private Optional<Typed> element(ExpressionNode.Reference expression, ExpressionNode on) {
    Optional<Operand> day = date(on, "the day of an array's entry");
    Optional<Unit> unit = arrayOfValues(expression.name());
    if (day.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    return context.scope().peek(expression.name()).map(entry ->
        Typed.value(new Operand.Element(context.use(entry), day.get()), unit.get(), expression.span()));
  }

  /** The unit of an array of values; empty after a report when the name is none. */
  Optional<Unit> arrayOfValues(Name name) {
    Optional<Scope.Entry> field = context.scope().find(name, Wanted.FIELD);
    if (field.isPresent() && !name.array()) {
      refuse(name.span(), RuleDiagnostic.ARRAY_MISMATCH, quote(name) + " is no array, and `on` needs one",
          "write `on` after an array of values, or name " + quote(name) + " alone");
      return Optional.empty();
    }
    Optional<FieldSignature> signature = field.flatMap(Scope.Entry::signature);
    if (signature.isPresent() && signature.get().type() != Type.VALUES) {
      refuse(name.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(name) + " is an array of days, and one of values is expected here",
          "name an array that is read with `value of … on each`");
      return Optional.empty();
    }
    field.ifPresent(context::use);
    return signature.map(FieldSignature::unit);
  }

  @Override
  public Optional<Typed> entryDate(ExpressionNode.EntryDate expression) {
    return context.entries() == Entries.NONE
        ? outsideWhere(expression.span(), "date")
        : Optional.of(Typed.of(new Operand.EntryDate(), Kind.DATE, expression.span()));
  }

  @Override
  public Optional<Typed> entryValue(ExpressionNode.EntryValue expression) {
    return switch (context.entries()) {
      case NONE -> outsideWhere(expression.span(), "value");
      case REGISTRATION -> refuse(expression.span(), RuleDiagnostic.REGISTRATION_VALUE,
          "a registration has no value", "test its `date` alone");
      case ARRAY -> refuse(expression.span(), RuleDiagnostic.REGISTRATION_VALUE,
          "an array of days has no value", "test its `date` alone, or read the value of a code cluster");
      case CLINICAL -> Optional.of(
          Typed.of(new Operand.EntryValue(Optional.empty()), Kind.VALUE, expression.span()));
    };
  }

  private Optional<Typed> outsideWhere(Span span, String word) {
    return refuse(span, RuleDiagnostic.OUTSIDE_WHERE,
        quote(word) + " has no meaning here: no entry is under test",
        "use it in the `where` of a pick; elsewhere name a field");
  }

  @Override
  public Optional<Typed> of(ExpressionNode.Of expression) {
    return figure(expression.span());
  }

  private Optional<Typed> figure(Span span) {
    return refuse(span, RuleDiagnostic.NOT_IN_CONDITIONS,
        quote(span.text()) + " is a figure of a practice, and a condition is on one patient",
        "use it in a `measure` or `pay` of a service");
  }

  @Override
  public Optional<Typed> slide(ExpressionNode.Slide expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> bestOf(ExpressionNode.BestOf expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> choice(ExpressionNode.Choice expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> sizeOfClass(ExpressionNode.SizeOfClass expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> sumOver(ExpressionNode.SumOver expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> shareOf(ExpressionNode.ShareOf expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> previousOf(ExpressionNode.PreviousOf expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> edge(ExpressionNode.Edge expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> call(ExpressionNode.Call expression) {
    return figure(expression.span());
  }

  @Override
  public Optional<Typed> rounded(ExpressionNode.Rounded expression) {
    return figure(expression.span());
  }
}
