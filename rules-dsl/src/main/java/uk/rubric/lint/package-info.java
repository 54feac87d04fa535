/**
 * Advice on rules that are valid: what nothing uses, what no test tells of, what does not say where it comes from. Says
 * less rather than too much: a part whose name stands anywhere else counts as used.
 */
package uk.rubric.lint;
