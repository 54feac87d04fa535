package uk.rubric.evaluate;

import java.util.List;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;

/**
 * The plain evaluator: with {@link PatientView} it is the meaning of the language. Every other evaluator must agree with
 * it, and shares none of its code. Thread-safe; keeps nothing between calls.
 */
public final class ReferenceEvaluator implements Evaluator {
  private final Plan plan;

  public ReferenceEvaluator(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<PatientOutcome> evaluate(List<PatientRecord> patients) {
    return patients.stream().map(patient -> outcome(plan, new PatientView(plan, patient))).toList();
  }

  @Override
  public BatchEvaluator batches() {
    return (batch, decided) -> {
      for (int record = 0; record < batch.records(); record++) {
        decided.decided(record, branches(plan, new PatientView(plan, batch.toRecord(record))));
      }
    };
  }

  /** What every ladder decides for one patient; a ladder is asked only about those whom its parent selects. */
  public static PatientOutcome outcome(Plan plan, PatientView patient) {
    return new PatientOutcome(branches(plan, patient));
  }

  private static int[] branches(Plan plan, PatientView patient) {
    int[] branches = new int[plan.ladders().size()];
    for (PlannedLadder ladder : plan.ladders()) {
      PatientOutcome soFar = new PatientOutcome(branches);
      if (ladder.parent().isEmpty() || soFar.selected(plan.ladders().get(ladder.parent().getAsInt()))) {
        branches[ladder.index()] = branch(ladder, patient);
      }
    }
    return branches;
  }

  /** The first terminal action wins; an unconditional rule counts as one whose condition holds. */
  private static int branch(PlannedLadder ladder, PatientView patient) {
    List<Rule> rules = ladder.ladder().rules();
    for (int i = 0; i < rules.size(); i++) {
      boolean holds = rules.get(i).condition().map(patient::holds).orElse(true);
      if (rules.get(i).action(holds).isTerminal()) {
        return PlannedLadder.branch(i, holds);
      }
    }
    throw new IllegalStateException("the checker has seen that every path of a ladder ends");
  }
}
