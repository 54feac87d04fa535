package uk.rubric.explain;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Ladder.Action;
import uk.rubric.evaluate.PatientView;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;

/** What the ladders of a plan decided for a patient, or for one entry of a unit's array. */
final class Decisions implements PatientView.Decided {
  private final Plan plan;
  private final int[] branches;

  /** @param branches of every ladder of the plan, 0 for one that was not asked */
  Decisions(Plan plan, int[] branches) {
    this.plan = plan;
    this.branches = branches.clone();
  }

  int branch(PlannedLadder ladder) {
    return branches[ladder.index()];
  }

  boolean isAsked(PlannedLadder ladder) {
    return branch(ladder) != 0;
  }

  /** Whether the ladder was asked and selected. */
  boolean isSelected(PlannedLadder ladder) {
    return ladder.decided(branch(ladder)).filter(action -> action.kind() == ActionKind.SELECT).isPresent();
  }

  @Override
  public Optional<Action> by(PopulationId population) {
    PlannedLadder ladder = plan.ladder(population);
    return ladder.decided(branch(ladder));
  }

  /** The ladders that lead to one, from everyone down, as far as they were asked; the last of them decided. */
  List<PlannedLadder> towards(PopulationId population) {
    return towards(OptionalInt.of(plan.ladder(population).index())).stream().filter(this::isAsked).toList();
  }

  /** The populations from everyone down to one. */
  List<PlannedLadder> towards(OptionalInt population) {
    LinkedList<PlannedLadder> ladders = new LinkedList<>();
    for (OptionalInt next = population; next.isPresent(); next = ladders.getFirst().parent()) {
      ladders.addFirst(plan.ladders().get(next.getAsInt()));
    }
    return ladders;
  }
}
