package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs pieces of work side by side, and ends when all have ended. A piece sees to what it throws itself. */
public final class Workers {
  private Workers() {}

  /** One piece runs in the calling thread, and nothing else is set up. */
  public static void run(List<? extends Runnable> pieces) {
    if (pieces.size() == 1) {
      pieces.get(0).run();
      return;
    }
    List<Callable<Object>> calls = new ArrayList<>();
    pieces.forEach(piece -> calls.add(Executors.callable(piece)));
    ExecutorService threads = Executors.newFixedThreadPool(pieces.size(), Workers::thread);
    try {
      threads.invokeAll(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  // A program that ends does not wait for a run.
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rubric");
    thread.setDaemon(true);
    return thread;
  }
}
