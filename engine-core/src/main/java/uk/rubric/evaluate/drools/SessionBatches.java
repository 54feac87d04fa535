package uk.rubric.evaluate.drools;

import java.util.Arrays;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome.EntryOutcome;

/** Many patients in one session: for each step those who are asked are inserted, and the rules fire. */
final class SessionBatches implements BatchEvaluator {
  /** Enough patients to make the cost of a session small, few enough to keep its memory small. */
  private static final int PATIENTS = 1_000;

  private final Steps steps;
  private final EachEntry units;
  private final FieldRow entryRow;
  private final FieldReader fields;
  private final KieBase rules;
  private FieldRow[] rows = {};

  SessionBatches(Plan plan, Steps steps, FieldReader fields, KieBase rules) {
    this.steps = steps;
    units = new EachEntry(plan, steps);
    entryRow = fields.newRow();
    this.fields = fields;
    this.rules = rules;
  }

  @Override
  public void evaluate(PatientBatch batch, Decided decided) {
    for (int start = 0; start < batch.records(); start += PATIENTS) {
      int count = Math.min(PATIENTS, batch.records() - start);
      read(batch, start, count);
      decide(count);
      for (int i = 0; i < count; i++) {
        steps.requireDecided(Steps.PATIENTS, rows[i]);
        decided.decided(start + i, rows[i].branches(), units.anyAsks(rows[i]) ? entries(batch, start + i, rows[i])
            : List.of());
      }
    }
  }

  /** Reads a patient again, since fields are drawn for each entry. */
  private List<EntryOutcome> entries(PatientBatch batch, int record, FieldRow patient) {
    fields.read(batch, record, entryRow);
    entryRow.copyBranches(patient);
    KieSession session = rules.newKieSession();
    try {
      return units.decide(entryRow, step -> {
        FactHandle candidate = session.insert(new Candidate(entryRow, step));
        session.fireAllRules();
        session.delete(candidate);
      });
    } finally {
      session.dispose();
    }
  }

  private void read(PatientBatch batch, int start, int count) {
    int known = rows.length;
    if (known < count) {
      rows = Arrays.copyOf(rows, count);
      Arrays.setAll(rows, i -> i < known ? rows[i] : fields.newRow());
    }
    for (int i = 0; i < count; i++) {
      fields.read(batch, start + i, rows[i]);
      rows[i].fill();
    }
  }

  private void decide(int count) {
    KieSession session = rules.newKieSession();
    try {
      for (int step = 0; step < steps.end(Steps.PATIENTS); step++) {
        for (int i = 0; i < count; i++) {
          if (steps.isAsked(step, rows[i])) {
            session.insert(new Candidate(rows[i], step));
          }
        }
        session.fireAllRules();
      }
    } finally {
      session.dispose();
    }
  }
}
