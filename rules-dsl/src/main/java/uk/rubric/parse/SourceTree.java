package uk.rubric.parse;

import java.util.List;
import uk.rubric.source.Span;

/**
 * A text as the grammar divides it, down to the single word and sign: what a layout must keep, and a meaning has left
 * behind. Comments and blanks are not in it.
 */
public sealed interface SourceTree {
  /** What a rule of the grammar covers; {@code rule} is its name there. May have no parts. */
  record Branch(String rule, List<SourceTree> parts) implements SourceTree {
    public Branch {
      parts = List.copyOf(parts);
    }
  }

  /** One word, name, number, text in quotes or sign. */
  record Leaf(String text, Span span) implements SourceTree {}
}
