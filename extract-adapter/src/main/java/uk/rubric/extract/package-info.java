/**
 * Extracts of patient records, pulled in parts by a run. What all formats share stands here: the
 * {@link uk.rubric.extract.PatientExtract} that is open, the {@link uk.rubric.extract.Extract} in memory, the closed
 * list of what can be wrong with one ({@link uk.rubric.extract.ExtractDiagnostic}) and the
 * {@link uk.rubric.extract.Tally} that counts it. Each format has a package of its own. Knows nothing of rules beyond
 * {@link uk.rubric.patient.WantedEvents}.
 *
 * <p>A record that cannot be read is set aside and counted, never skipped in silence and never a reason to stop; what
 * puts a whole file in doubt stops the run. No message holds anything from a cell.
 */
package uk.rubric.extract;
