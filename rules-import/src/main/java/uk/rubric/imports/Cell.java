package uk.rubric.imports;

import uk.rubric.diagnostic.Place;

/**
 * A cell of a table.
 *
 * @param text without the blanks around it and without marks of Markdown; a break of the line is a blank
 */
record Cell(String text, Place.InFile place) {
  static Cell of(String text, Place.InFile place) {
    return new Cell(text.replaceAll("[\\s\\p{Cntrl}\u00A0\uFEFF]+", " ").strip(), place);
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** Whether a published table says by it that there is nothing to say. */
  boolean isNotApplicable() {
    return isBlank() || text.equalsIgnoreCase("n/a");
  }
}
