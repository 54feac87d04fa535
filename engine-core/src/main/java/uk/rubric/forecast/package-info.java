/**
 * What a service may come to at the end of its period: what is recorded carried to the end, and what became of patients
 * who stood alike a year earlier. Doubles are for the width of an interval alone; expected numbers, points and pounds
 * are exact.
 */
package uk.rubric.forecast;
