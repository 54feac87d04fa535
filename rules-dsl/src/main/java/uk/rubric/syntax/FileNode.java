package uk.rubric.syntax;

import java.util.List;
import uk.rubric.source.Span;

/**
 * One rule file.
 *
 * @param imports paths of other rule files, relative to this one
 * @param comments all of the file, in order; also those outside {@code span} and in parts with a syntax error
 */
public record FileNode(
    List<Text> imports,
    List<RulesetNode> rulesets,
    List<ServiceNode> services,
    List<TestNode> tests,
    List<TakeNode> takes,
    List<Comment> comments,
    Span span)
    implements Node {
  public FileNode {
    imports = List.copyOf(imports);
    rulesets = List.copyOf(rulesets);
    services = List.copyOf(services);
    tests = List.copyOf(tests);
    takes = List.copyOf(takes);
    comments = List.copyOf(comments);
  }

  /** The same file with its rules alone: neither tests nor what is taken of them. */
  public FileNode withoutTests() {
    return new FileNode(imports, rulesets, services, List.of(), List.of(), comments, span);
  }
}
