package uk.rubric.format;

/**
 * A stretch of an item that stays together if it fits: the line may end before it.
 *
 * @param kind the word that it starts with; {@code "} for a title; empty for the first of an item
 */
record Clause(String kind, Doc content) {
  Clause padded(int width) {
    int missing = width - content.width();
    return missing <= 0 ? this : new Clause(kind, Doc.sequence(content, Doc.text(" ".repeat(missing))));
  }

  Clause indented(int width) {
    int missing = width - content.width();
    return missing <= 0 ? this : new Clause(kind, Doc.sequence(Doc.text(" ".repeat(missing)), content));
  }
}
