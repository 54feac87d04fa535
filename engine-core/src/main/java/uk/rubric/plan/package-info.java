/**
 * Checked rules, one service and one date to {@link uk.rubric.plan.Plan}: days and code clusters resolved, fields in
 * the order of their dependence, each with a slot, ladders parents first. The form that every evaluator takes.
 */
package uk.rubric.plan;
