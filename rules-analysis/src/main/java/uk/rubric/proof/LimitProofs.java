package uk.rubric.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Question;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.Comparator;

/**
 * Whether two rules of a ladder that part patients by one age, date or value leave somebody between their limits, or
 * both take somebody. Only limits that nearly meet are looked at: {@code < 80} and {@code > 80}, {@code <= 58} and
 * {@code >= 59} of a value that may have decimals. Limits farther apart are meant so.
 */
final class LimitProofs {
  private final Analysis analysis;
  private final Plan plan;
  private final PlannedLadder ladder;
  private final List<Limit> limits = new ArrayList<>();

  /**
   * One side of a boundary.
   *
   * @param step the least difference of two: a year, a day, or a unit of the last place written
   */
  private record Limit(
      int rule, Condition.Comparison at, Operand subject, Comparator comparator, BigDecimal number, boolean whole,
      BigDecimal step) {
    boolean isUpper() {
      return comparator == Comparator.LESS || comparator == Comparator.AT_MOST;
    }

    boolean isLower() {
      return comparator == Comparator.MORE || comparator == Comparator.AT_LEAST;
    }

    boolean includes() {
      return comparator == Comparator.AT_MOST || comparator == Comparator.AT_LEAST;
    }
  }

  LimitProofs(Analysis analysis, Plan plan, PlannedLadder ladder) {
    this.analysis = analysis;
    this.plan = plan;
    this.ladder = ladder;
    List<Rule> rules = ladder.ladder().rules();
    for (int i = 0; i < rules.size(); i++) {
      int rule = i;
      rules.get(i).condition().ifPresent(condition -> collect(rule, condition));
    }
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Limit upper : limits) {
      for (Limit lower : limits) {
        if (isPair(upper, lower)) {
          check(upper, lower).ifPresent(diagnostics::add);
        }
      }
    }
    return diagnostics;
  }

  private void collect(int rule, Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      limit(rule, comparison).ifPresent(limits::add);
    } else if (condition instanceof Condition.AllOf all) {
      all.parts().forEach(part -> collect(rule, part));
    } else if (condition instanceof Condition.AnyOf any) {
      any.parts().forEach(part -> collect(rule, part));
    }
  }

  private Optional<Limit> limit(int rule, Condition.Comparison at) {
    Operand bound = at.right();
    if (constant(at.left()).isPresent() || constant(bound).isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = constant(bound).get();
    boolean whole = !(bound instanceof Operand.Number);
    BigDecimal step = whole ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()));
    return Optional.of(new Limit(rule, at, at.left(), at.comparator(), number, whole, step));
  }

  private Optional<BigDecimal> constant(Operand operand) {
    if (operand instanceof Operand.Number number) {
      return Optional.of(number.number());
    }
    if (operand instanceof Operand.Age age) {
      return Optional.of(BigDecimal.valueOf(age.completed()));
    }
    return day(operand).map(date -> BigDecimal.valueOf(date.toEpochDay()));
  }

  private Optional<LocalDate> day(Operand operand) {
    if (operand instanceof Operand.Day day) {
      return Optional.ofNullable(plan.days().get(day.name()));
    }
    if (operand instanceof Operand.FixedDay fixed) {
      return Optional.of(fixed.date());
    }
    return operand instanceof Operand.Shifted shifted
        ? day(shifted.base()).map(date -> shifted.unit().shift(date, shifted.amount()))
        : Optional.empty();
  }

  /** Of different rules, and not already told apart by a third limit or an equality of the same subject. */
  private boolean isPair(Limit upper, Limit lower) {
    return upper.isUpper()
        && lower.isLower()
        && upper.rule() != lower.rule()
        && upper.subject().equals(lower.subject())
        && limits.stream().noneMatch(third -> third.subject().equals(upper.subject()) && settles(third, upper, lower));
  }

  private static boolean settles(Limit third, Limit upper, Limit lower) {
    if (third.comparator() == Comparator.EQUAL || third.comparator() == Comparator.NOT_EQUAL) {
      return true;
    }
    return third.isLower() && meets(upper, third) || third.isUpper() && meets(third, lower);
  }

  /** Each number lies on one side, and none on both. */
  private static boolean meets(Limit upper, Limit lower) {
    BigDecimal distance = lower.number().subtract(upper.number());
    return distance.signum() == 0 && upper.includes() != lower.includes()
        || upper.whole() && distance.compareTo(BigDecimal.ONE) == 0 && upper.includes() && lower.includes()
        || upper.whole() && distance.compareTo(BigDecimal.ONE.negate()) == 0 && !upper.includes() && !lower.includes();
  }

  private Optional<Diagnostic> check(Limit upper, Limit lower) {
    BigDecimal distance = lower.number().subtract(upper.number());
    BigDecimal near = upper.step().max(lower.step());
    if (upper.whole()) {
      return whole(upper, lower, first(lower).subtract(last(upper)).intValue());
    }
    if (distance.abs().compareTo(near) > 0 || meets(upper, lower)) {
      return Optional.empty();
    }
    boolean gap = distance.signum() > 0 || distance.signum() == 0 && !upper.includes();
    return gap ? gap(upper, lower) : overlap(upper, lower);
  }

  /** One number left out, or up to two taken twice. */
  private Optional<Diagnostic> whole(Limit upper, Limit lower, int distance) {
    if (distance == 2) {
      return gap(upper, lower);
    }
    return distance == 0 || distance == -1 ? overlap(upper, lower) : Optional.empty();
  }

  private static BigDecimal last(Limit upper) {
    return upper.includes() ? upper.number() : upper.number().subtract(BigDecimal.ONE);
  }

  private static BigDecimal first(Limit lower) {
    return lower.includes() ? lower.number() : lower.number().add(BigDecimal.ONE);
  }

  private Optional<Diagnostic> gap(Limit upper, Limit lower) {
    Limit later = upper.rule() > lower.rule() ? upper : lower;
    Question between =
        Question.all(
            new Question.Reaches(0, ladder.index(), later.rule()),
            new Question.Holds(0, new Condition.Presence(upper.subject(), true, upper.at().span())),
            Question.not(new Question.Holds(0, upper.at())),
            Question.not(new Question.Holds(0, lower.at())));
    return remark(ProofDiagnostic.THRESHOLD_GAP, later, upper, lower, between, "neither", "nor", "falls between");
  }

  private Optional<Diagnostic> overlap(Limit upper, Limit lower) {
    Limit later = upper.rule() > lower.rule() ? upper : lower;
    Limit earlier = later == upper ? lower : upper;
    Question both =
        Question.all(
            new Question.Reaches(0, ladder.index(), earlier.rule()),
            new Question.Holds(0, upper.at()),
            new Question.Holds(0, lower.at()));
    return remark(ProofDiagnostic.THRESHOLD_OVERLAP, later, upper, lower, both, "both", "and", "is both");
  }

  private Optional<Diagnostic> remark(
      ProofDiagnostic code, Limit later, Limit upper, Limit lower, Question question, String first, String second,
      String patient) {
    Limit earlier = later == upper ? lower : upper;
    if (!(analysis.findInPeriod(question) instanceof Finding.Witness witness)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                later.at().span(),
                code,
                "a patient can be " + first + " `" + Words.of(earlier.at().span()) + "` " + second + " `"
                    + Words.of(later.at().span()) + "` in `" + ladder.owner() + "`")
            .withLabel(earlier.at().span(), "the other limit")
            .withHelp("let the limits meet; who " + patient + ": " + witness.patient().line()));
  }
}
