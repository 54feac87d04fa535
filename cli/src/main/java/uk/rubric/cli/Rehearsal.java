package uk.rubric.cli;

import java.io.OutputStream;
import java.util.List;

/**
 * Runs commands once, showing nothing, so that the archive of classes that the launcher makes of this process holds what
 * they load. No command of its own.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** @param arguments a folder of rules, an extract and one of its patients */
  public static void main(String[] arguments) {
    String rules = arguments[0];
    List<String> extract = List.of("--extract", arguments[1]);
    boolean done = isDone("--version")
        && isDone("check", rules)
        && isDone("run", rules, extract.get(0), extract.get(1))
        && isDone("run", rules, extract.get(0), extract.get(1), "--format", "json")
        && isDone("explain", rules, extract.get(0), extract.get(1), "--patient", arguments[2]);
    System.exit(done ? ExitCode.DONE : ExitCode.COULD_NOT_RUN);
  }

  private static boolean isDone(String... arguments) {
    return Main.run(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), arguments) == ExitCode.DONE;
  }
}
