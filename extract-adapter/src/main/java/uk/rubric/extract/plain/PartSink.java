package uk.rubric.extract.plain;

import uk.rubric.patient.PatientBatch;

/** Takes the entries of a part, patient by patient. */
interface PartSink extends EventSink {
  /** What came of the part, when all its entries have been told. */
  PatientBatch batch();
}
