/**
 * The patient record as the rules see it: registrations at one practice, coded entries with date and value. No input or
 * output.
 */
package uk.rubric.patient;
