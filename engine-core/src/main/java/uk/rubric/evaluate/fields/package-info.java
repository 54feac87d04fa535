/**
 * A patient's entries to field slots in one pass, for the fast evaluator. Written apart from the reference evaluator on
 * purpose: the differential test compares the two.
 */
package uk.rubric.evaluate.fields;
