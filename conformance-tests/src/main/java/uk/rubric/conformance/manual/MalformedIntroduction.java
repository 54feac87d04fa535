package uk.rubric.conformance.manual;

/** An introduction that does not fit the cases; the message names file and place. */
public final class MalformedIntroduction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedIntroduction(String file, String what) {
    super("manual/" + file + ": " + what);
  }
}
