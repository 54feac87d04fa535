package uk.rubric.evaluate;

import uk.rubric.patient.PatientBatch;

/** Decides every ladder of one plan for batches of patients, and keeps its room from one to the next. For one thread. */
public interface BatchEvaluator {
  /** Tells what was decided for each record of a batch, in their order. */
  void evaluate(PatientBatch batch, Decided decided);

  /** Told of one record after the other. */
  @FunctionalInterface
  interface Decided {
    /**
     * All ladders have decided for a record.
     *
     * @param branches as {@link uk.rubric.result.PatientOutcome} takes them; only to be read, and only during the call
     */
    void decided(int record, int[] branches);
  }
}
