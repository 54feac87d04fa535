package uk.rubric.evaluate;

import java.util.List;
import uk.rubric.patient.PatientRecord;
import uk.rubric.result.PatientOutcome;

/** Decides every ladder of one plan for patients. Thread-safe; keeps nothing between calls. */
public interface Evaluator {
  /** The word in results, such as {@code drools} or {@code reference}. */
  String name();

  /** One outcome for each patient, in their order. */
  List<PatientOutcome> evaluate(List<PatientRecord> patients);

  /** What a run gives to each of its threads. */
  BatchEvaluator batches();
}
