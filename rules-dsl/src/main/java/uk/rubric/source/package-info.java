/**
 * Text and places in it: {@link uk.rubric.source.SourceText}, {@link uk.rubric.source.Position} (line and column, both
 * from 1, counted in code points) and {@link uk.rubric.source.Span}. Knows nothing of rules.
 */
package uk.rubric.source;
