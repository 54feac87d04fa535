package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;

/**
 * Checks the counts that a test gives or expects: of what they are, and that they are whole; nothing after a report.
 */
final class TestCounts {
  private final TestNames names;
  private final TestProblems problems;

  TestCounts(TestNames names, TestProblems problems) {
    this.names = names;
    this.problems = problems;
  }

  Optional<Long> whole(ExpressionNode value) {
    Optional<Long> number = TestPatients.plainNumber(value)
        .filter(n -> n.scale() == 0 && n.precision() < 12).map(BigDecimal::longValue);
    if (number.isEmpty()) {
      problems.refuse(value.span(), RuleDiagnostic.INVALID_NUMBER, quote(value.span().text()) + " is no count",
          "write a whole number without a unit");
    }
    return number;
  }

  /** What {@code size of} a name counts. */
  Optional<Population> sized(Name name) {
    Optional<Population> population = names.population(name).filter(p -> !p.isClassification());
    if (population.isEmpty()) {
      problems.unknown(name, RuleDiagnostic.UNKNOWN_POPULATION, "register or group", names.ladders());
    }
    return population;
  }

  /** The indicator of which something other than its population is counted. */
  Optional<String> counted(Name name) {
    Optional<Indicator> indicator = names.indicator(name).filter(i -> i.denominator().isPresent());
    if (indicator.isEmpty()) {
      problems.unknown(name, RuleDiagnostic.UNKNOWN_INDICATOR, "indicator with a denominator", names.ladders());
    }
    return indicator.map(Indicator::name);
  }
}
