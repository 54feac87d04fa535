package uk.rubric.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * The plain evaluator: with {@link PatientView} it is the meaning of the language. Every other evaluator must agree
 * with it, and shares none of its code. Thread-safe; keeps nothing between calls.
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
        PatientOutcome outcome = outcome(plan, new PatientView(plan, batch.toRecord(record)));
        decided.decided(record, outcome.branches(), outcome.entries());
      }
    };
  }

  /** What every ladder decides for one patient; a ladder is asked only about those whom its parent selects. */
  public static PatientOutcome outcome(Plan plan, PatientView patient) {
    int[] branches = new int[plan.ladders().size()];
    for (PlannedLadder ladder : plan.ladders()) {
      if (ladder.each().isEmpty() && isAsked(plan, ladder, branches)) {
        branches[ladder.index()] = branch(plan, ladder, patient, branches);
      }
    }
    List<EntryOutcome> entries = plan.eaches().stream().flatMap(each -> entries(plan, each, patient, branches))
        .toList();
    return new PatientOutcome(branches, entries);
  }

  private static boolean isAsked(Plan plan, PlannedLadder ladder, int[] branches) {
    return ladder.parent().isEmpty() || selects(plan, ladder.parent().getAsInt(), branches);
  }

  private static boolean selects(Plan plan, int ladder, int[] branches) {
    return plan.ladders().get(ladder).decided(branches[ladder])
        .filter(action -> action.kind() == ActionKind.SELECT)
        .isPresent();
  }

  /** Each entry of a unit is decided on its own, for a patient in its population. */
  private static Stream<EntryOutcome> entries(Plan plan, PlannedEach each, PatientView patient, int[] branches) {
    PlannedLadder first = plan.ladders().get(each.ladders().get(0));
    if (!isAsked(plan, first, branches)) {
      return Stream.empty();
    }
    List<LocalDate> days =
        patient.content(each.array()).elements().stream().map(LocalDate.class::cast).toList();
    return IntStream.range(0, days.size()).mapToObj(i -> new EntryOutcome(
        each.index(), i, days.get(i), decide(plan, each, patient.lookingAt(each, days.get(i)), branches)));
  }

  private static List<Integer> decide(Plan plan, PlannedEach each, PatientView entry, int[] branches) {
    int[] own = branches.clone();
    for (int index : each.ladders()) {
      PlannedLadder ladder = plan.ladders().get(index);
      if (isAsked(plan, ladder, own)) {
        own[index] = branch(plan, ladder, entry, own);
      }
    }
    return each.ladders().stream().map(index -> own[index]).toList();
  }

  /** The first terminal action wins; an unconditional rule counts as one whose condition holds. */
  private static int branch(Plan plan, PlannedLadder ladder, PatientView patient, int[] branches) {
    PatientView.Decided decided = population -> {
      PlannedLadder other = plan.ladder(population);
      return other.decided(branches[other.index()]);
    };
    List<Rule> rules = ladder.ladder().rules();
    for (int i = 0; i < rules.size(); i++) {
      boolean holds = rules.get(i).condition().map(c -> patient.holds(c, decided)).orElse(true);
      if (rules.get(i).action(holds).isTerminal()) {
        return PlannedLadder.branch(i, holds);
      }
    }
    throw new IllegalStateException("the checker has seen that every path of a ladder ends");
  }
}
