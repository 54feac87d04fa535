package uk.rubric.diagnostic;

import uk.rubric.source.Span;

/** Where a diagnostic belongs. */
public sealed interface Place {
  /** In a rule file. */
  record InSource(Span span) implements Place {}

  /**
   * In another file or folder.
   *
   * @param path as the caller gave it
   * @param line from 1, or 0 for the file as a whole
   * @param column the name of the column, or empty
   */
  record InFile(String path, long line, String column) implements Place {}

  /** On the command line, or nowhere in particular. */
  record OnCommand() implements Place {}

  static Place of(Span span) {
    return new InSource(span);
  }

  static Place of(String path) {
    return new InFile(path, 0, "");
  }
}
