package uk.rubric.extract;

/**
 * The rows of some patient do not stand together, and a part without all of them has been handed out already: nothing
 * that was made of the parts so far counts. Says nothing of whom.
 */
public final class RowsApart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Expected, and caught by whoever can begin anew: so it carries no trace. */
  public RowsApart() {
    super("rows of one patient do not stand together", null, false, false);
  }
}
