package uk.rubric.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), arguments));
  }

  // Output is UTF-8 whatever the machine's locale says: the same input gives the same bytes everywhere.
  static int run(OutputStream standardOutput, OutputStream standardError, String... arguments) {
    StandardOutput checked = new StandardOutput(standardOutput);
    PrintWriter out = new PrintWriter(new OutputStreamWriter(checked, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(standardError, StandardCharsets.UTF_8));
    int code = run(out, err, arguments);
    if (checked.failure().isPresent()) {
      code = ExitCode.COULD_NOT_RUN;
      if (!isClosedByReader(checked.failure().get())) {
        new Messages(err, ErrorOption.askedFor(arguments)).show(Failures.outputNotWritten());
      }
    }
    err.flush();
    return code;
  }

  private static int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      int code = RubricCommand.commandLine(arguments).setOut(out).setErr(err).execute(arguments);
      out.flush();
      return code;
    } catch (OutOfMemoryError e) {
      new Messages(err, ErrorOption.askedFor(arguments)).show(Failures.outOfMemory());
      return ExitCode.COULD_NOT_RUN;
    } catch (Error e) {
      new Messages(err, ErrorOption.askedFor(arguments)).show(Failures.internal(e));
      return ExitCode.COULD_NOT_RUN;
    }
  }

  // Whoever stops reading, as `head` does, has what they wanted and needs no message.
  private static boolean isClosedByReader(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Broken pipe");
  }
}
