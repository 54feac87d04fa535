/**
 * Why a patient is in or out: {@link uk.rubric.explain.Explainer} gives an {@link uk.rubric.explain.Explanation} with
 * each rule that was met, the first condition that failed in it, and the facts used, as words or as JSON. Stands on the
 * plain meaning of {@link uk.rubric.evaluate.PatientView}, so it explains any evaluator that agrees with it.
 */
package uk.rubric.explain;
