package uk.rubric.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import uk.rubric.patient.RecordId;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun.OutcomeListener;

/**
 * Where the threads of a run bring the parts they have decided, in whatever order: the listener sees them in order, one
 * after the other. A thread that is far ahead waits, so that memory stays bounded; one that brings the part that is due
 * never does. Thread-safe.
 */
final class Delivery {
  /** How many parts for each thread may wait for those before them. */
  private static final int AHEAD = 4;

  private final OutcomeListener listener;
  private final Progress progress;
  private final OptionalLong total;
  private final int room;
  private final Map<Long, Decided> waiting = new HashMap<>();
  private long due;
  private long done;
  private boolean isDelivering;
  private Throwable failure;
  private long failedPart = Long.MAX_VALUE;

  /** The outcomes of one part, one for each record, in their order. */
  record Decided(List<RecordId> records, List<PatientOutcome> outcomes) {}

  Delivery(OutcomeListener listener, Progress progress, OptionalLong total, int threads) {
    this.listener = listener;
    this.progress = progress;
    this.total = total;
    room = AHEAD * threads;
  }

  /** Whether there is somebody to whom outcomes matter, beyond being counted. */
  boolean isListening() {
    return listener != OutcomeListener.NONE;
  }

  /** So many more records are decided. */
  synchronized void progress(int records) {
    done += records;
    total.ifPresent(all -> progress.at("deciding", done, all));
  }

  /** Takes a part; tells the listener of it now, or when those before it have come. */
  void take(long ordinal, Decided part) {
    put(ordinal, part);
    for (Decided next = claim(); next != null; next = claim()) {
      tell(next);
    }
  }

  private synchronized void put(long ordinal, Decided part) {
    while (ordinal != due && waiting.size() >= room && !isStopped()) {
      await();
    }
    waiting.put(ordinal, part);
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The part that is due, when it is there and no other thread is telling the listener. */
  private synchronized Decided claim() {
    Decided next = isDelivering || isStopped() ? null : waiting.remove(due);
    isDelivering |= next != null;
    return next;
  }

  private void tell(Decided part) {
    try {
      for (int i = 0; i < part.records().size(); i++) {
        listener.decided(part.records().get(i), part.outcomes().get(i));
      }
    } finally {
      told();
    }
  }

  private synchronized void told() {
    isDelivering = false;
    due++;
    notifyAll();
  }

  /**
   * A part cannot be decided, and so the run cannot end well: no thread need begin another. Of several failures the
   * first in the order of parts is the one that counts, for that does not depend on which thread was faster.
   */
  synchronized void fail(long ordinal, Throwable cause) {
    if (failure == null || ordinal < failedPart) {
      failure = cause;
      failedPart = ordinal;
    }
    notifyAll();
  }

  /** Whether some part has failed. */
  synchronized boolean isStopped() {
    return failure != null;
  }

  /** To be called when all threads have ended. */
  synchronized void rethrowFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
