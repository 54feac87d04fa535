package uk.rubric.mutation;

import java.util.Optional;
import uk.rubric.check.CheckedTest.Part;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;

/**
 * A change with what of the rules it touches.
 *
 * @param item the field, register, indicator or payment in which it stands
 */
record Candidate(Edit edit, FileNode file, Optional<RulesetNode> ruleset, Optional<ServiceNode> service, Node item) {
  /** Whether it changes figures alone, and no patient's outcome. */
  boolean isOfService() {
    return service.isPresent();
  }

  /** The ladder of an indicator in which it stands; empty when it stands before both. */
  Optional<Part> part() {
    if (!(item instanceof RulesetNode.Indicator indicator)) {
      return Optional.of(Part.POPULATION);
    }
    int at = edit.cut().start();
    if (indicator.numerator().filter(ladder -> ladder.span().start() <= at).isPresent()) {
      return Optional.of(Part.NUMERATOR);
    }
    return indicator.denominator().filter(ladder -> ladder.span().start() <= at).map(ladder -> Part.DENOMINATOR);
  }
}
