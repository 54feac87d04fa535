package uk.rubric.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Output is UTF-8 whatever the machine's locale says: the same input gives the same bytes everywhere.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int code = RubricCommand.commandLine().execute(arguments);
    System.out.flush();
    System.exit(System.out.checkError() && code == ExitCode.DONE ? ExitCode.COULD_NOT_RUN : code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
