package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Optional;
import uk.rubric.check.Typed.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.value.Unit;

/** Joins two typed operands: one type, one unit, and not the same for everyone. */
final class ComparisonChecker {
  private final Problems problems;

  ComparisonChecker(Problems problems) {
    this.problems = problems;
  }

  Optional<Condition.Comparison> compare(Typed left, Comparator comparator, Typed right, Span span) {
    if (!fitTypes(left, right, span) || !fitUnits(left, right) || isConstant(left, right, span)) {
      return Optional.empty();
    }
    if (left.operand().equals(right.operand())) {
      problems.add(Diagnostic.at(span, RuleDiagnostic.SELF_COMPARISON,
              quote(left.span().text()) + " is compared with itself")
          .withHelp("to test whether it is there, write `is recorded`"));
    }
    return Optional.of(new Condition.Comparison(
        inUnitOf(left, right), comparator, inUnitOf(right, left), span));
  }

  private static Operand inUnitOf(Typed typed, Typed other) {
    return typed.isEntryValue() ? new Operand.EntryValue(Optional.of(unitFor(other))) : typed.operand();
  }

  /** The unit that {@code value} is read in when it is compared with {@code other}. */
  static Unit unitFor(Typed other) {
    return other.unit().orElse(Unit.NONE);
  }

  private boolean fitTypes(Typed left, Typed right, Span span) {
    Kind a = left.kind();
    Kind b = right.kind();
    if (a == Kind.IDENTIFIER || b == Kind.IDENTIFIER) {
      problems.add(Diagnostic.at(span, RuleDiagnostic.TYPE_MISMATCH, "a patient's identifier cannot be compared")
          .withHelp("compare dates, values or ages"));
      return false;
    }
    if (a == b || isMeasured(a) && isMeasured(b)) {
      return true;
    }
    problems.add(isAge(a) && b == Kind.NUMBER ? bareAge(right, a)
        : a == Kind.NUMBER && isAge(b) ? bareAge(left, b)
        : isAge(a) && isAge(b) ? otherAge(right, a) : mismatch(left, right, span));
    return false;
  }

  private static boolean isAge(Kind kind) {
    return kind == Kind.AGE || kind == Kind.AGE_IN_MONTHS;
  }

  private static Diagnostic otherAge(Typed wrong, Kind base) {
    return Diagnostic.at(wrong.span(), RuleDiagnostic.AGE_UNIT,
            quote(wrong.span().text()) + " is " + wrong.kind().words() + (base == Kind.AGE
                ? ", and the other side is one in years" : ", and the other side is one in months"))
        .withHelp("compare ages in one unit; `age in months at …` gives an age in months");
  }

  /** Whether two branches are of one type and unit. */
  boolean fitBranches(Typed whenTrue, Typed whenFalse, Span span) {
    boolean bare = whenTrue.kind() == Kind.NUMBER || whenFalse.kind() == Kind.NUMBER;
    if (whenTrue.kind() == whenFalse.kind() || bare && isMeasured(whenTrue.kind()) && isMeasured(whenFalse.kind())) {
      if (whenTrue.kind() == Kind.DATE || isMeasured(whenTrue.kind())) {
        return fitUnits(whenTrue, whenFalse);
      }
    }
    problems.add(mismatch(whenTrue, whenFalse, span));
    return false;
  }

  private static boolean isMeasured(Kind kind) {
    return kind == Kind.VALUE || kind == Kind.NUMBER;
  }

  private static Diagnostic bareAge(Typed number, Kind age) {
    String text = number.span().text();
    return Diagnostic.at(number.span(), RuleDiagnostic.AGE_WITHOUT_UNIT,
            "an age is compared with " + quote(text) + ", which has no unit")
        .withHelp("write " + quote(text + (age == Kind.AGE ? " years" : " months")));
  }

  private static Diagnostic mismatch(Typed left, Typed right, Span span) {
    return Diagnostic.at(span, RuleDiagnostic.TYPE_MISMATCH,
            "cannot compare " + left.kind().words() + " with " + right.kind().words())
        .withLabel(left.span(), left.words())
        .withLabel(right.span(), right.words())
        .withHelp("compare dates with dates, values with numbers, ages with years");
  }

  private boolean fitUnits(Typed left, Typed right) {
    if (left.unit().isEmpty() || right.unit().isEmpty() || left.unit().equals(right.unit())) {
      return true;
    }
    problems.add(unitMismatch(right, left));
    return false;
  }

  /** {@code wrong} is in another unit than {@code base}. */
  static Diagnostic unitMismatch(Typed wrong, Typed base) {
    return Diagnostic.at(wrong.span(), RuleDiagnostic.UNIT_MISMATCH,
            quote(wrong.span().text()) + " is " + inUnit(wrong) + ", and " + quote(base.span().text()) + " is "
                + inUnit(base))
        .withLabel(base.span(), inUnit(base))
        .withHelp("give both in one unit; nothing is converted");
  }

  private static String inUnit(Typed typed) {
    Unit unit = unitFor(typed);
    return unit.equals(Unit.NONE) ? "a plain number" : "in " + quote(unit.text());
  }

  private boolean isConstant(Typed left, Typed right, Span span) {
    if (left.literal() && right.literal()) {
      problems.add(Diagnostic.at(span, RuleDiagnostic.CONSTANT_CONDITION,
              quote(span.text()) + " is the same for everyone")
          .withHelp("compare a field with it, or leave it out"));
      return true;
    }
    return false;
  }
}
