/**
 * The reference manual, made of the conformance cases: {@link uk.rubric.conformance.manual.Manual} gives every page as
 * text. Introductions stand in the folder {@code manual}; whatever a page shows of rules, patients, outcomes, messages
 * and truth tables comes from the cases, which the suite runs.
 */
package uk.rubric.conformance.manual;
