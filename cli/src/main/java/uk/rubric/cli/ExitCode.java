package uk.rubric.cli;

/** What a command ends with. */
final class ExitCode {
  /** Done, and everything was used. */
  static final int DONE = 0;

  /** Could not run: a file, folder, column, cluster, parameter or argument. */
  static final int COULD_NOT_RUN = 1;

  /** The rule text is invalid. */
  static final int INVALID_RULES = 2;

  /** Ran, but records or values were set aside, or something is odd and was counted. */
  static final int INCOMPLETE = 3;

  private ExitCode() {}
}
