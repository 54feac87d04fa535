package uk.rubric.syntax;

import uk.rubric.source.Span;

/** A part of a rule file. */
public interface Node {
  /** All the text of this part, without the comments and blanks around it. */
  Span span();
}
