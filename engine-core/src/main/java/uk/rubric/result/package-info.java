/**
 * What came out, as immutable values: {@link uk.rubric.result.PatientOutcome} for a patient,
 * {@link uk.rubric.result.PracticeCounts} for a practice, {@link uk.rubric.result.PracticeIncome} for its money.
 */
package uk.rubric.result;
