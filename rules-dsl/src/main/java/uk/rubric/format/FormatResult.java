package uk.rubric.format;

import java.util.List;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;

/**
 * What became of a rule text.
 *
 * @param text in its layout; empty when the text has a syntax error
 * @param diagnostics the syntax errors
 */
public record FormatResult(Optional<String> text, List<Diagnostic> diagnostics) {
  public FormatResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
