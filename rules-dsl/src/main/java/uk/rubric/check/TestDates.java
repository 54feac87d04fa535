package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ExpressionNode.Binary;
import uk.rubric.value.DateUnit;

/**
 * Days of a test: a date, or a day of the service, moved as often as is said, left to right. A test has the result
 * before its eyes, so that a second move cannot mislead as it would in a rule.
 */
final class TestDates {
  private final Map<String, LocalDate> days;
  private final TestProblems problems;

  TestDates(Map<String, LocalDate> days, TestProblems problems) {
    this.days = days;
    this.problems = problems;
  }

  /** The day, or nothing after a report. */
  Optional<LocalDate> read(ExpressionNode expression) {
    if (expression instanceof ExpressionNode.DateLiteral literal) {
      return Dates.read(literal.date(), problems.problems());
    }
    if (expression instanceof ExpressionNode.Reference name && name.on().isEmpty()) {
      return day(name);
    }
    if (expression instanceof Binary move && (move.operator() == '+' || move.operator() == '-')) {
      Optional<LocalDate> base = read(move.left());
      return base.flatMap(day -> moved(day, move));
    }
    problems.refuse(expression.span(), RuleDiagnostic.TYPE_MISMATCH,
        quote(expression.span().text()) + " is no day", "write a date, or one of the service such as `PPED - 1 month`");
    return Optional.empty();
  }

  private Optional<LocalDate> day(ExpressionNode.Reference name) {
    Optional<LocalDate> day = Optional.ofNullable(name.name().array() ? null : days.get(name.name().text()));
    if (day.isEmpty()) {
      problems.unknown(name.name(), RuleDiagnostic.UNKNOWN_FIELD, "day", days.keySet().stream().sorted().toList());
    }
    return day;
  }

  private Optional<LocalDate> moved(LocalDate day, Binary move) {
    Optional<ExpressionNode.Number> span = move.right() instanceof ExpressionNode.Number n ? Optional.of(n)
        : Optional.empty();
    Optional<Integer> amount = span.flatMap(n -> ShiftChecker.whole(n.digits()));
    Optional<DateUnit> unit = span.flatMap(ExpressionNode.Number::unit).flatMap(u -> ShiftChecker.dateUnit(u.text()));
    if (amount.isEmpty() || unit.isEmpty()) {
      problems.refuse(move.right().span(), RuleDiagnostic.INVALID_SHIFT,
          quote(move.right().span().text()) + " is no span of time",
          "move a day by whole days, weeks, months or years, as in `PPED - 12 months + 1 day`");
      return Optional.empty();
    }
    try {
      return Optional.of(unit.get().shift(day, move.operator() == '-' ? -amount.get() : amount.get()));
    } catch (DateTimeException beyond) {
      problems.refuse(move.span(), RuleDiagnostic.INVALID_SHIFT, "this leaves the calendar", "move it less far");
      return Optional.empty();
    }
  }
}
