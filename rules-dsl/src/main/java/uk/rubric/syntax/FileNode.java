package uk.rubric.syntax;

import java.util.List;
import uk.rubric.source.Span;

/** One rule file. */
public record FileNode(List<RulesetNode> rulesets, List<ServiceNode> services, Span span) implements Node {
  public FileNode {
    rulesets = List.copyOf(rulesets);
    services = List.copyOf(services);
  }
}
