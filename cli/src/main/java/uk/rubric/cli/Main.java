package uk.rubric.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Output is UTF-8 whatever the machine's locale says: the same input gives the same bytes everywhere.
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = RubricCommand.commandLine().setOut(out).setErr(err).execute(arguments);
    err.flush();
    System.exit(out.checkError() && code == ExitCode.DONE ? ExitCode.COULD_NOT_RUN : code);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}
