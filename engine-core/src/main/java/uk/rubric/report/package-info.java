/**
 * Results as table, JSON and CSV, in a fixed order: two runs on the same input give the same bytes.
 */
package uk.rubric.report;
