package uk.rubric.imports;

import java.util.List;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;

/**
 * What became of published tables.
 *
 * @param rules the text of a rule file, which the checker accepts; present when no diagnostic is an error
 * @param diagnostics each at its row and column
 */
public record ImportResult(Optional<String> rules, List<Diagnostic> diagnostics) {
  public ImportResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
