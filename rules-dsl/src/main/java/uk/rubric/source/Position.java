package uk.rubric.source;

/**
 * A place in a text as a reader counts it.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points; a tab is one column
 */
public record Position(int line, int column) {
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }
}
