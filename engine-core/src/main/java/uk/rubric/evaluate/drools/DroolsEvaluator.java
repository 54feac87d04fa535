package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;

/**
 * The evaluator that runs by default: all ladders of a plan as one KieBase, built once.
 *
 * <p>A patient's fields are worked out first ({@link FieldExtractor}); entries never become facts. Then each patient
 * of a batch is inserted as a {@link Candidate} of everyone. The rules of a ladder exclude each other by their
 * constraints ({@link BranchRules}), so exactly one of them fires for each candidate of its population: neither
 * salience nor agenda groups nor the order of firing has a say. A rule writes the branch it stands for, and when it
 * selects into the population of other ladders it inserts the candidate that these ask: registers, denominators and
 * numerators follow from one another by inference. Afterwards {@link Decisions} checks that every ladder that was
 * asked has decided once.
 *
 * <p>Thread-safe; keeps nothing of a patient.
 */
public final class DroolsEvaluator implements Evaluator {
  /** Enough patients to make the cost of a session small, few enough to keep its memory small. */
  private static final int BATCH = 1_000;

  private final List<PlannedLadder> ladders;
  private final FieldExtractor fields;
  private final KieBase rules;

  /** Takes about a second for the first plan of a process, and some milliseconds for each further one. */
  public DroolsEvaluator(Plan plan) {
    this(plan, UnaryOperator.identity());
  }

  /** @param change what to do to the branches before they become rules: the seam for testing the tests */
  DroolsEvaluator(Plan plan, UnaryOperator<List<BranchRule>> change) {
    ladders = plan.ladders();
    fields = new FieldExtractor(plan);
    rules = RuleBase.of(change.apply(BranchRules.of(plan, fields)));
  }

  @Override
  public String name() {
    return "drools";
  }

  /**
   * @throws IllegalStateException when a ladder does not decide exactly once: a fault of this program, never of rules
   *     or records
   */
  @Override
  public List<PatientOutcome> evaluate(List<PatientRecord> patients) {
    List<PatientOutcome> outcomes = new ArrayList<>(patients.size());
    for (int start = 0; start < patients.size(); start += BATCH) {
      List<PatientRecord> batch = patients.subList(start, Math.min(start + BATCH, patients.size()));
      for (Decisions decisions : decide(fields.rows(batch))) {
        outcomes.add(decisions.outcome(ladders));
      }
    }
    return outcomes;
  }

  private List<Decisions> decide(List<FieldRow> rows) {
    List<Decisions> decided = new ArrayList<>(rows.size());
    KieSession session = rules.newKieSession();
    try {
      for (FieldRow row : rows) {
        Decisions decisions = new Decisions(ladders.size());
        decided.add(decisions);
        session.insert(new Candidate(Candidate.EVERYONE, row, decisions));
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return decided;
  }
}
