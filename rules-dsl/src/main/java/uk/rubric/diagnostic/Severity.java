package uk.rubric.diagnostic;

/** How much a diagnostic weighs. */
public enum Severity {
  /** Nothing may be computed from this. */
  ERROR,
  /** Can be computed, and somebody should look. */
  WARNING,
  /** For information only; never changes an exit code. */
  NOTICE;

  /** The word as a reader sees it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
