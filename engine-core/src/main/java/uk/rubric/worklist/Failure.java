package uk.rubric.worklist;

/** What stopped a thread: of several the first in the order of parts, whichever was faster. Thread-safe. */
final class Failure {
  private Throwable cause;
  private long part;

  synchronized void fail(long ordinal, Throwable thrown) {
    if (cause == null || ordinal < part) {
      cause = thrown;
      part = ordinal;
    }
  }

  synchronized boolean isThere() {
    return cause != null;
  }

  /** To be called when all threads have ended. */
  synchronized void rethrow() {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
