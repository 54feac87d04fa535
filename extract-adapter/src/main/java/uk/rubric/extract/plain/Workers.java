package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Work that falls into numbered pieces, done by several threads. */
final class Workers {
  private final int threads;

  /** @param threads how many work, the caller's among them; at least 1 */
  Workers(int threads) {
    this.threads = threads;
  }

  int threads() {
    return threads;
  }

  /**
   * Does all pieces; the caller's thread joins in when it has done something of its own.
   *
   * @param worker makes what one thread does with a piece; asked once in each thread
   * @throws RuntimeException what the first piece that failed threw; pieces not begun by then are left
   */
  void run(int pieces, java.util.function.Supplier<IntConsumer> worker, Runnable meanwhile) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop = () -> {
      try {
        IntConsumer mine = worker.get();
        for (int i = next.getAndIncrement(); i < pieces && failure.get() == null; i = next.getAndIncrement()) {
          mine.accept(i);
        }
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      }
    };
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, pieces + 1); i++) {
      Thread helper = new Thread(loop, "rubric-reader-" + i);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    try {
      meanwhile.run();
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
    loop.run();
    helpers.forEach(Workers::join);
    rethrow(failure.get());
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
