package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.Optional;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.ServiceNode;

/** Checks what a figure is rounded to. */
final class RoundingChecker {
  private final Problems problems;

  RoundingChecker(Problems problems) {
    this.problems = problems;
  }

  /** The rounding of a figure of that kind (unknown when the figure is wrong itself); empty after a report. */
  Optional<Rounding> check(ServiceNode.Rounding node, Optional<Kind> kind) {
    BigDecimal step = new BigDecimal(node.step().text());
    if (step.signum() <= 0) {
      problems.add(Diagnostic.at(node.step().span(), RuleDiagnostic.INVALID_ROUNDING, "nothing is rounded to nought")
          .withHelp("name the step: `£0.01` for money, `0.01` for a number"));
      return Optional.empty();
    }
    if (kind.isPresent() && (kind.get() == Kind.MONEY) != node.money()) {
      problems.add(Diagnostic.at(node.step().span(), RuleDiagnostic.INVALID_ROUNDING,
              FormulaChecker.words(kind.get()) + " cannot be rounded to " + quote(node.step().span().text()))
          .withHelp(node.money() ? "write the step without a pound sign" : "write the step in pounds: `£0.01`"));
      return Optional.empty();
    }
    return Optional.of(new Rounding(node.kind(), step));
  }
}
