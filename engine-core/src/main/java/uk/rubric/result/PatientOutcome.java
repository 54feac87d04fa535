package uk.rubric.result;

import java.util.Arrays;
import uk.rubric.plan.PlannedLadder;

/**
 * What every ladder decided for one patient record. Immutable; equal when all ladders decided alike.
 */
public final class PatientOutcome {
  private final int[] branches;

  /**
   * @param branches for each ladder of the plan its branch as {@link PlannedLadder#branch} codes it, 0 when the patient was
   *     not in the ladder's population
   */
  public PatientOutcome(int[] branches) {
    this.branches = branches.clone();
  }

  /** The branch that a ladder took, 0 when it was not asked. */
  public int branch(int ladder) {
    return branches[ladder];
  }

  /** The branch that each ladder took: a copy. */
  public int[] branches() {
    return branches.clone();
  }

  /** Whether that ladder selected the patient. */
  public boolean selected(PlannedLadder ladder) {
    int branch = branches[ladder.index()];
    return branch != 0 && ladder.action(branch).kind() == uk.rubric.syntax.LadderNode.ActionKind.SELECT;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatientOutcome that && Arrays.equals(branches, that.branches);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(branches);
  }

  @Override
  public String toString() {
    return Arrays.toString(branches);
  }
}
