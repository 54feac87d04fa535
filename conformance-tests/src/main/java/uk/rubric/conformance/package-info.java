/**
 * Cases as data, and one runner for any evaluator: {@link uk.rubric.conformance.ConformanceCases} reads the folder
 * {@code cases}, {@link uk.rubric.conformance.CaseRunner} runs one case and says in words where it differs. Knows the
 * public passes of the engine and no implementation of {@link uk.rubric.evaluate.Evaluator}.
 */
package uk.rubric.conformance;
