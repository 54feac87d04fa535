package uk.rubric.cli;

import java.io.PrintWriter;
import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;

/** Shows diagnostics on standard error, in the form that was asked for. */
final class Messages {
  private final PrintWriter err;
  private final DiagnosticFormat format;

  Messages(PrintWriter err, DiagnosticFormat format) {
    this.err = err;
    this.format = format;
  }

  void show(List<Diagnostic> diagnostics) {
    if (!diagnostics.isEmpty()) {
      err.print(format.renderer().render(diagnostics));
      err.flush();
    }
  }
}
