package uk.rubric.evidence;

/**
 * Why nothing reads an answer, or a figure of an earlier year.
 *
 * @param help what to do, in words of the service alone; empty for {@link Why#ANOTHERS}
 */
public record Unread(Why why, String help) {
  /** What does not fit. */
  public enum Why {
    /** An item or figure of some other service, as a file for several has it. */
    ANOTHERS,
    /** Nothing has this name, and something asked has one that is near to it. */
    NAME,
    /** It is asked at another level. */
    LEVEL,
    /** Another kind of answer is asked. */
    KIND,
    /** It is for a day outside the period. */
    DATE,
    /** What is asked has no such measure. */
    MEASURE,
    /** It is asked of another year, which the history does not hold. */
    YEAR
  }

  static Unread anothers() {
    return new Unread(Why.ANOTHERS, "");
  }
}
