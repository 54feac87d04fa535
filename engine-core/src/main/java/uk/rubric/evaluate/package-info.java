/**
 * Plan and patients to outcomes: {@link uk.rubric.evaluate.Evaluator} and the plain
 * {@link uk.rubric.evaluate.ReferenceEvaluator}, which is the meaning of the language.
 */
package uk.rubric.evaluate;
