package uk.rubric.diagnostic;

import java.util.Collection;

/** Diagnostics as text. Renderers are immutable and thread-safe. */
public interface DiagnosticRenderer {
  /**
   * All of {@code diagnostics}, sorted by file and place, each once however often it was found. The answer ends with a
   * line end unless it is empty.
   */
  String render(Collection<Diagnostic> diagnostics);
}
