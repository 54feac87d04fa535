/**
 * What money rests on beside the counts: answers that organisations hand in, and the figures of earlier years.
 * Immutable.
 */
package uk.rubric.evidence;
