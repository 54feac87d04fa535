package uk.rubric.service;

/** What stopped a thread: of several the first in the order of parts, whichever was faster. Thread-safe. */
public final class Failure {
  private Throwable cause;
  private long part;

  /** A thread was stopped in the part of that number. */
  public synchronized void fail(long ordinal, Throwable thrown) {
    if (cause == null || ordinal < part) {
      cause = thrown;
      part = ordinal;
    }
  }

  /** Whether any thread was stopped, so that no other need begin a part. */
  public synchronized boolean isThere() {
    return cause != null;
  }

  /** To be called when all threads have ended. */
  public synchronized void rethrow() {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
