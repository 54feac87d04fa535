package uk.rubric.benchmark.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work within this process took; printed as a line {@code # name wall=… cpu=…}, in seconds. Immutable.
 */
final class Effort {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wall = System.nanoTime();
  private final long cpu = SYSTEM.getProcessCpuTime();

  private Effort() {}

  /** Begins to measure, all threads of the process together. */
  static Effort start() {
    return new Effort();
  }

  /** Prints what has been spent since the start. */
  void print(String name) {
    System.out.printf(
        "# %s wall=%.3f cpu=%.3f%n", name, (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }
}
