package uk.rubric.syntax;

import uk.rubric.source.Span;

/** A name as written. An array's name carries {@code []}. */
public record Name(String text, boolean array, Span span) implements Node {
  /** The name with its brackets, as a reader writes it. */
  public String written() {
    return array ? text + "[]" : text;
  }
}
