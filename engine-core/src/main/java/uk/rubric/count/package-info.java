/**
 * Outcomes to counts by practice. Partial counts merge in any order.
 */
package uk.rubric.count;
