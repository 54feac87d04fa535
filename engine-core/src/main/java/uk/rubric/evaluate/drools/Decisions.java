package uk.rubric.evaluate.drools;

import java.util.List;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/** What the ladders have decided for one patient so far: the rules write, {@link #outcome} checks. For one thread. */
final class Decisions {
  private static final int NONE = -1;

  private final int[] branches;
  private int decidedTwice = NONE;

  Decisions(int ladders) {
    branches = new int[ladders];
  }

  /**
   * Called by the rule of a branch. A second decision of one ladder is kept as a fault, not as the answer.
   *
   * @return whether it is the first, so that a fault cannot make rules feed each other for ever
   */
  boolean decide(int ladder, int branch) {
    boolean first = branches[ladder] == 0;
    if (first) {
      branches[ladder] = branch;
    } else {
      decidedTwice = ladder;
    }
    return first;
  }

  /**
   * The outcome, when every ladder whose population the patient is in has decided once, and no other has.
   *
   * @throws IllegalStateException a fault of this program, naming the ladder
   */
  PatientOutcome outcome(List<PlannedLadder> ladders) {
    if (decidedTwice != NONE) {
      throw fault(ladders.get(decidedTwice), "decided twice");
    }
    for (PlannedLadder ladder : ladders) {
      boolean decided = branches[ladder.index()] != 0;
      if (decided != isAsked(ladder, ladders)) {
        throw fault(ladder, decided ? "decided unasked" : "did not decide");
      }
    }
    return new PatientOutcome(branches);
  }

  private boolean isAsked(PlannedLadder ladder, List<PlannedLadder> ladders) {
    if (ladder.parent().isEmpty()) {
      return true;
    }
    int parent = ladder.parent().getAsInt();
    return ladders.get(parent)
        .decided(branches[parent])
        .filter(action -> action.kind() == ActionKind.SELECT)
        .isPresent();
  }

  private static IllegalStateException fault(PlannedLadder ladder, String what) {
    return new IllegalStateException(
        "the " + ladder.kind().word() + " ladder of " + ladder.ruleset() + " " + ladder.owner() + " " + what);
  }
}
