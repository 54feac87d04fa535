package uk.rubric.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands once, showing nothing, so that the archive of classes that the launcher makes of this process holds
 * what they load. No command of its own.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** @param arguments the folder of the examples, and a patient of their extract of three practices */
  public static void main(String[] arguments) {
    String examples = arguments[0];
    // One that is small and whole, one that uses much of the language, and what others use besides.
    String small = examples + "/qof-2021-22";
    String large = examples + "/qof-2025-26";
    String local = examples + "/lcs";
    String extract = "--extract=" + examples + "/extracts/three-practices";
    boolean done = Stream.of(
            List.of("--version"),
            List.of("check", small),
            List.of("check", large),
            List.of("check", local),
            List.of("lint", small),
            List.of("fmt", "--check", small),
            List.of("test", small),
            List.of("run", small, extract),
            List.of("run", large, extract),
            List.of("run", small, extract, "--format", "json"),
            List.of("explain", small, extract, "--patient", arguments[1]),
            List.of("worklist", small, extract))
        .allMatch(Rehearsal::isDone);
    System.exit(done ? ExitCode.DONE : ExitCode.COULD_NOT_RUN);
  }

  private static boolean isDone(List<String> arguments) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    int code = Main.run(nowhere, nowhere, arguments.toArray(String[]::new));
    return code == ExitCode.DONE || code == ExitCode.INCOMPLETE;
  }
}
