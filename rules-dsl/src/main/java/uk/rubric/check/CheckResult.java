package uk.rubric.check;

import java.util.List;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;

/**
 * What the checker found.
 *
 * @param rules present when no diagnostic is an error
 * @param diagnostics sorted by file and place
 */
public record CheckResult(Optional<CheckedRules> rules, List<Diagnostic> diagnostics) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
