package uk.rubric.run;

/** Told how far a long piece of work is. Called from the thread that works. */
@FunctionalInterface
public interface Progress {
  /** Shows nothing. */
  Progress NONE = (what, done, total) -> {};

  /**
   * @param what a few words: {@code reading events.csv}
   * @param done units done
   * @param total units in all; 0 when not known
   */
  void at(String what, long done, long total);
}
