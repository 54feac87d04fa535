/**
 * Checked rules to a rule book: a static site in which each ladder stands as the published table reads, with a reading
 * in plain English beside it ({@link uk.rubric.rulebook.RuleBook}). Knows no patient and computes no figure.
 */
package uk.rubric.rulebook;
