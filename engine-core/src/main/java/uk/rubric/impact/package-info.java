/**
 * The same patients under two services: {@link uk.rubric.impact.ServiceImpact} tells who moved and by which rule, and
 * what it pays. Pure functions over what two runs came to.
 */
package uk.rubric.impact;
