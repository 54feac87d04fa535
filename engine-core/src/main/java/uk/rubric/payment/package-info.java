/**
 * Counts to points and money: pure functions, exact fractions, each rounding declared. Knows no patient.
 */
package uk.rubric.payment;
