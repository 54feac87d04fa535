package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * In which order the ladders of a plan are asked. A ladder's stratum is one above the highest of the ladders that it
 * needs decided; the ladders of one stratum that ask the same population are one step. Immutable.
 */
final class Steps {
  private final boolean[][] selects;
  private final List<Step> steps = new ArrayList<>();
  private final int[] stepOf;

  /**
   * Ladders that are asked together.
   *
   * @param index its place in the order
   * @param parent the ladder that selects whom they ask; empty for everyone
   */
  record Step(int index, int stratum, OptionalInt parent, List<PlannedLadder> ladders) {}

  private Steps(List<PlannedLadder> ladders) {

    selects = ladders.stream().map(Steps::selects).toArray(boolean[][]::new);
    stepOf = new int[ladders.size()];
    int[] strata = strata(ladders);
    ladders.stream()
        .sorted(Comparator.comparingInt(ladder -> strata[ladder.index()]))
        .forEach(ladder -> place(ladder, strata[ladder.index()]));
  }

  static Steps of(Plan plan) {
    return new Steps(plan.ladders());
  }

  /** The ladders that must have decided before this one is asked; each stands before it in the plan. */
  private static IntStream needs(PlannedLadder ladder) {
    return ladder.parent().stream();
  }

  private static int[] strata(List<PlannedLadder> ladders) {
    int[] strata = new int[ladders.size()];
    for (PlannedLadder ladder : ladders) {
      strata[ladder.index()] = needs(ladder).map(needed -> strata[needed] + 1).max().orElse(0);
    }
    return strata;
  }

  private void place(PlannedLadder ladder, int stratum) {
    Step step =
        steps.stream()
            .filter(s -> s.stratum() == stratum && s.parent().equals(ladder.parent()))
            .findFirst()
            .orElseGet(() -> add(stratum, ladder.parent()));
    step.ladders().add(ladder);
    stepOf[ladder.index()] = step.index();
  }

  private Step add(int stratum, OptionalInt parent) {
    steps.add(new Step(steps.size(), stratum, parent, new ArrayList<>()));
    return steps.get(steps.size() - 1);
  }

  private static boolean[] selects(PlannedLadder ladder) {
    boolean[] selects = new boolean[1 + 2 * ladder.ladder().rules().size()];
    for (int branch = 1; branch < selects.length; branch++) {
      selects[branch] = ladder.action(branch).kind() == ActionKind.SELECT;
    }
    return selects;
  }

  /** All steps, each after those that it needs. */
  List<Step> inOrder() {
    return steps;
  }

  /** The step of a ladder. */
  int stepOf(int ladder) {
    return stepOf[ladder];
  }

  /** Whether the ladders of a step are asked about the patient of a row, for whom all steps before it are decided. */
  boolean isAsked(Step step, FieldRow row) {
    if (step.parent().isEmpty()) {
      return true;
    }
    int parent = step.parent().getAsInt();
    int branch = row.branch(parent);
    return branch > 0 && selects[parent][branch];
  }

  /**
   * Sees that a row is decided in full: each ladder that is asked once, and no other.
   *
   * @throws IllegalStateException a fault of this program, naming the ladder
   */
  void requireDecided(FieldRow row) {
    for (Step step : steps) {
      boolean asked = isAsked(step, row);
      for (PlannedLadder ladder : step.ladders()) {
        int branch = row.branch(ladder.index());
        if (branch == FieldRow.TWICE) {
          throw fault(ladder, "decided twice");
        }
        if (asked != (branch != 0)) {
          throw fault(ladder, asked ? "did not decide" : "decided unasked");
        }
      }
    }
  }

  private static IllegalStateException fault(PlannedLadder ladder, String what) {
    return new IllegalStateException(
        "the " + ladder.kind().word() + " ladder of " + ladder.ruleset() + " " + ladder.owner() + " " + what);
  }
}
