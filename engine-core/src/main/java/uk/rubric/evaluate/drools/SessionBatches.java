package uk.rubric.evaluate.drools;

import java.util.Arrays;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;

/** Many patients in one session: for each step those who are asked are inserted, and the rules fire. */
final class SessionBatches implements BatchEvaluator {
  /** Enough patients to make the cost of a session small, few enough to keep its memory small. */
  private static final int PATIENTS = 1_000;

  private final Steps steps;
  private final FieldReader fields;
  private final KieBase rules;
  private FieldRow[] rows = {};

  SessionBatches(Steps steps, FieldReader fields, KieBase rules) {
    this.steps = steps;
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
        steps.requireDecided(rows[i]);
        decided.decided(start + i, rows[i].branches());
      }
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
      for (int step = 0; step < steps.count(); step++) {
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
