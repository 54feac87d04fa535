/**
 * The patient record as the rules see it: registrations at one practice, coded entries with date and value. As objects
 * ({@link uk.rubric.patient.PatientRecord}) for those who embed the library, for the reference evaluator and for
 * explanations; as columns ({@link uk.rubric.patient.PatientBatch}) for runs, which pull them from a
 * {@link uk.rubric.patient.PatientSource}. No input or output.
 */
package uk.rubric.patient;
