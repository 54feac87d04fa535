package uk.rubric.plan;

/** How the period of a run is fixed. */
public enum Mode {
  /** The service's own period, whatever the achievement date. */
  YEAR_END("year-end"),
  /** The twelve months that end on the achievement date. */
  ROLLING("rolling");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  /** The word in results. */
  public String word() {
    return word;
  }
}
