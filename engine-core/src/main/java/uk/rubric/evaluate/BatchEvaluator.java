package uk.rubric.evaluate;

import java.util.List;
import uk.rubric.patient.PatientBatch;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;

/**
 * Decides every ladder of one plan for batches of patients, and keeps its room from one to the next. For one thread.
 */
public interface BatchEvaluator {
  /** Tells what was decided for each record of a batch, in their order. */
  void evaluate(PatientBatch batch, Decided decided);

  /** Told of one record after the other. */
  @FunctionalInterface
  interface Decided {
    /**
     * All ladders have decided for a record.
     *
     * @param branches as {@link PatientOutcome} takes them; only to be read, and only during the call
     * @param entries likewise
     */
    void decided(int record, int[] branches, List<EntryOutcome> entries);
  }
}
