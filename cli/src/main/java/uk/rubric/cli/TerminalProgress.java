package uk.rubric.cli;

import java.io.PrintWriter;
import uk.rubric.run.Progress;

/** Progress as one line that is written over, on a terminal alone; nothing in a pipe. */
final class TerminalProgress implements Progress, AutoCloseable {
  private final PrintWriter err;
  private final boolean shown;
  private String last = "";

  TerminalProgress(PrintWriter err) {
    this.err = err;
    // The launcher knows whether standard error is a terminal; the Java runtime of the floor does not.
    this.shown = Boolean.getBoolean("rubric.terminal");
  }

  @Override
  public void at(String what, long done, long total) {
    String line = total == 0 ? what : what + " " + (done * 100 / total) + " %";
    if (shown && !line.equals(last)) {
      err.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
      err.flush();
      last = line;
    }
  }

  /** Takes the line away, so that something else can be written. */
  void clear() {
    if (!last.isEmpty()) {
      err.print("\r" + " ".repeat(last.length()) + "\r");
      err.flush();
      last = "";
    }
  }

  @Override
  public void close() {
    clear();
  }
}
