package uk.rubric.parse;

import java.util.List;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.FileNode;

/**
 * What could be read of a file.
 *
 * @param file every line and block that could be read whole; one with a syntax error anywhere in it is left out
 * @param diagnostics the syntax errors, in the order of the text; empty when the file was read whole
 * @param brokenNames the names that the parts left out declare (an array's without its brackets), and those of the rule
 *     sets and services around such parts, which are incomplete: nobody should complain that these are unknown, or that
 *     something is missing in them
 */
public record ParseResult(FileNode file, List<Diagnostic> diagnostics, Set<String> brokenNames) {
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
    brokenNames = Set.copyOf(brokenNames);
  }
}
