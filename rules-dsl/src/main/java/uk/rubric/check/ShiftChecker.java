package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Optional;
import uk.rubric.check.Typed.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.DateUnit;

/** Checks {@code PPED - 12 months}: one date, moved once, by a whole number of calendar units (language, meaning 4). */
final class ShiftChecker {
  /** Moves and ages beyond this are slips of the pen, and would leave the calendar. */
  private static final int MOST_DIGITS = 4;

  private final Context context;
  private final OperandChecker operands;

  ShiftChecker(Context context, OperandChecker operands) {
    this.context = context;
    this.operands = operands;
  }

  /** The calendar unit of that word, if it is one. */
  static Optional<DateUnit> dateUnit(String word) {
    return switch (word) {
      case "day", "days" -> Optional.of(DateUnit.DAYS);
      case "week", "weeks" -> Optional.of(DateUnit.WEEKS);
      case "month", "months" -> Optional.of(DateUnit.MONTHS);
      case "year", "years" -> Optional.of(DateUnit.YEARS);
      default -> Optional.empty();
    };
  }

  /** A whole number of at most four digits. */
  static Optional<Integer> whole(Text digits) {
    boolean fits = digits.text().length() <= MOST_DIGITS && digits.text().chars().allMatch(Character::isDigit);
    return fits ? Optional.of(Integer.valueOf(digits.text())) : Optional.empty();
  }

  Optional<Typed> check(ExpressionNode.Binary expression) {
    Optional<ExpressionNode.Number> span = span(expression.right());
    if (expression.left() instanceof ExpressionNode.Binary inner && span.isPresent() && isMove(inner)) {
      return chained(expression, inner);
    }
    Optional<Typed> base = expression.left().accept(operands);
    return base.flatMap(b -> b.kind() == Kind.DATE ? shift(expression, b) : notMovable(b));
  }

  private static boolean isMove(ExpressionNode.Binary expression) {
    return (expression.operator() == '+' || expression.operator() == '-') && span(expression.right()).isPresent();
  }

  private static Optional<ExpressionNode.Number> span(ExpressionNode expression) {
    return expression instanceof ExpressionNode.Number n && n.unit().flatMap(u -> dateUnit(u.text())).isPresent()
        ? Optional.of(n)
        : Optional.empty();
  }

  private Optional<Typed> refuse(Span span, RuleDiagnostic code, String message, String help) {
    context.problems().add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  private Optional<Typed> chained(ExpressionNode.Binary expression, ExpressionNode.Binary inner) {
    context.problems().add(
        Diagnostic.at(expression.span(), RuleDiagnostic.CHAINED_SHIFT, "a date is moved twice")
            .withLabel(inner.span(), "moved here already")
            .withHelp("move it once: twice 6 months is not always 12 months, as months end on different days"));
    return Optional.empty();
  }

  private Optional<Typed> notMovable(Typed base) {
    String text = quote(base.span().text());
    return refuse(base.span(), RuleDiagnostic.INVALID_SHIFT,
        text + " is " + base.words() + ", and only a date is moved",
        base.kind() == Kind.AGE
            ? "take the age on another day: `age at …`"
            : "add and subtract spans of time only, as in `PPED - 12 months`");
  }

  private Optional<Typed> shift(ExpressionNode.Binary expression, Typed base) {
    Optional<ExpressionNode.Number> span = span(expression.right());
    Optional<Integer> amount = span.flatMap(n -> whole(n.digits()));
    if (amount.isEmpty()) {
      return notWhole(expression.right(), span.isPresent());
    }
    DateUnit unit = span.flatMap(ExpressionNode.Number::unit).flatMap(u -> dateUnit(u.text())).orElseThrow();
    int signed = expression.operator() == '-' ? -amount.get() : amount.get();
    Operand moved = new Operand.Shifted(base.operand(), signed, unit);
    return Optional.of(new Typed(moved, Kind.DATE, Optional.empty(), base.literal(), expression.span()));
  }

  private Optional<Typed> notWhole(ExpressionNode by, boolean calendar) {
    String text = quote(by.span().text());
    if (calendar) {
      return refuse(by.span(), RuleDiagnostic.INVALID_SHIFT, "a date cannot be moved by " + text,
          "use a whole number of at most " + MOST_DIGITS + " digits");
    }
    return refuse(by.span(), RuleDiagnostic.INVALID_SHIFT, text + " is no span of time",
        "move a date by days, weeks, months or years, as in `PPED - 12 months`");
  }
}
