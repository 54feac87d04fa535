package uk.rubric.evaluate.drools;

import java.util.List;
import uk.rubric.plan.PlannedLadder;

/**
 * One way through a ladder to a terminal action: what a Drools rule is made of. The constraints of two branches of
 * one ladder exclude each other, and those of all its branches leave no candidate of its population out.
 *
 * @param branch as {@link PlannedLadder#branch} codes it
 */
record BranchRule(PlannedLadder ladder, int branch, List<Constraint> constraints) {
  BranchRule {
    constraints = List.copyOf(constraints);
  }

  /** Unique within a plan. */
  String name() {
    return ladder.index() + " " + ladder.ruleset() + " " + ladder.owner() + " " + ladder.kind().word()
        + " rule " + ladder.rule(branch).number() + " branch " + branch;
  }

  BranchRule withConstraints(List<Constraint> others) {
    return new BranchRule(ladder, branch, others);
  }
}
