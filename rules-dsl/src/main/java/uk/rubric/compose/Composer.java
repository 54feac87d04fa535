package uk.rubric.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.parse.ParseResult;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;

/**
 * Puts together what files say in parts: amended rule sets first, then blocks, then taken tests. Stateless and
 * thread-safe.
 */
public final class Composer {
  private Composer() {}

  /** Composes files that belong together: a rule set in one may amend a rule set of another, or use its blocks. */
  public static Composition compose(List<ParseResult> files) {
    return compose(files, true);
  }

  /** @param isWhole whether all files could be read that belong together; else no name is reported to be unknown */
  public static Composition compose(List<ParseResult> files, boolean isWhole) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.addAll(file.brokenNames()));
    Predicate<String> broken = name -> !isWhole || names.contains(name);
    Rulesets amended = new Amending(files, broken, found).effective();
    BlockExpansion blocks = new BlockExpansion(amended, broken, found);
    ServiceAmending services = new ServiceAmending(files, broken, found);
    Taking taking = new Taking(files, found);
    List<ParseResult> composed =
        files.stream().map(file -> with(file, amended, blocks, services, taking)).toList();
    return new Composition(composed, taking.all(), found);
  }

  private static ParseResult with(
      ParseResult file, Rulesets amended, BlockExpansion blocks, ServiceAmending services, Taking taking) {
    FileNode node = file.file();
    List<RulesetNode> rulesets =
        node.rulesets().stream().flatMap(r -> amended.of(r).stream()).map(blocks::expand).toList();
    List<ServiceNode> amendedServices =
        node.services().stream().flatMap(service -> services.effective(service).stream()).toList();
    return new ParseResult(
        new FileNode(
            node.imports(), rulesets, amendedServices, taking.own(node), node.takes(), node.comments(), node.span()),
        file.diagnostics(), file.brokenNames());
  }
}
