package uk.rubric.result;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Ladder;
import uk.rubric.plan.PlannedLadder;

/**
 * What every ladder decided for one patient record. Immutable; equal when all ladders decided alike.
 */
public final class PatientOutcome {
  private final int[] branches;
  private final List<EntryOutcome> entries;

  /**
   * What the ladders of a unit decided for one entry of an array.
   *
   * @param each the unit, from {@link uk.rubric.plan.Plan#eaches()}
   * @param ordinal of the entry in its array, by day; of several on one day in no order
   * @param branches of the unit's ladders, in their order there
   */
  public record EntryOutcome(int each, int ordinal, LocalDate day, List<Integer> branches) {
    public EntryOutcome {
      branches = List.copyOf(branches);
    }
  }

  /**
   * @param branches for each ladder of the plan its branch as {@link PlannedLadder#branch} codes it, 0 when the patient
   *     was not in the ladder's population
   */
  public PatientOutcome(int[] branches) {
    this(branches, List.of());
  }

  /**
   * @param branches 0 for the ladders of units
   * @param entries the outcomes of all entries, unit by unit
   */
  public PatientOutcome(int[] branches, List<EntryOutcome> entries) {
    this.branches = branches.clone();
    this.entries = List.copyOf(entries);
  }

  /** What was decided for each entry of each unit whose population the patient is in. */
  public List<EntryOutcome> entries() {
    return entries;
  }

  /** The label that a classification gave; empty when it was not asked. */
  public Optional<String> label(PlannedLadder classification) {
    return classification.decided(branches[classification.index()]).flatMap(Ladder.Action::label);
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
    return other instanceof PatientOutcome that
        && Arrays.equals(branches, that.branches)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(branches) + entries.hashCode();
  }

  @Override
  public String toString() {
    return Arrays.toString(branches) + (entries.isEmpty() ? "" : entries.toString());
  }
}
