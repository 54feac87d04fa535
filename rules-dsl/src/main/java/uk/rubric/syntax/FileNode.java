package uk.rubric.syntax;

import java.util.List;
import uk.rubric.source.Span;

/**
 * One rule file.
 *
 * @param comments all of the file, in order; also those outside {@code span} and in parts with a syntax error
 */
public record FileNode(List<RulesetNode> rulesets, List<ServiceNode> services, List<Comment> comments, Span span)
    implements Node {
  public FileNode {
    rulesets = List.copyOf(rulesets);
    services = List.copyOf(services);
    comments = List.copyOf(comments);
  }
}
