package uk.rubric.imports;

/** Ends the reading of one cell, at the first thing that does not fit; never leaves this package. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message, null, false, false);
  }
}
