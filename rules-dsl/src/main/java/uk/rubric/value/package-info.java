/**
 * Small values that rules and records share: {@link uk.rubric.value.SctId}, {@link uk.rubric.value.Unit},
 * {@link uk.rubric.value.DateUnit}. Each checks itself on construction.
 */
package uk.rubric.value;
