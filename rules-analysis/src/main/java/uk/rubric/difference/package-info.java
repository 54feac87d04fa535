/**
 * What two versions of rules say differently: {@link uk.rubric.difference.RulesDifference}. Ladders are compared by
 * what they decide, proved for every patient; the rest by content.
 */
package uk.rubric.difference;
