/**
 * Tests beside the rules: what they expect against what the evaluators decide, and how much of the rules they reach.
 */
package uk.rubric.testing;
