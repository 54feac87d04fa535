/**
 * The syntax tree: sealed interfaces and records that mirror the grammar, each node with its
 * {@link uk.rubric.source.Span}. Holds no decision: names are as written, nothing is resolved.
 */
package uk.rubric.syntax;
