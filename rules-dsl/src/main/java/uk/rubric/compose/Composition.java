package uk.rubric.compose;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.parse.ParseResult;

/**
 * Files whose rule sets amend nothing and use no block.
 *
 * @param files in the order in which they were given, with the diagnostics of their reading
 * @param taken tests of one service that hold for another, in the order of the statements that take them
 * @param diagnostics what is wrong with changes, blocks and takings; what could not be composed is left out
 */
public record Composition(List<ParseResult> files, List<TakenTest> taken, List<Diagnostic> diagnostics) {
  public Composition {
    files = List.copyOf(files);
    taken = List.copyOf(taken);
    diagnostics = List.copyOf(diagnostics);
  }
}
