/**
 * Rule sets and patients made at random, on which both evaluators must decide alike. Rule sets are made as text, so
 * that parser, checker and planner take part.
 */
package uk.rubric.conformance.differential;
