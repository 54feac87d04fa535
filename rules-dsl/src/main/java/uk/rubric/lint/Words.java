package uk.rubric.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.parse.SourceTree;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;

/** Where each name stands, in rules and in tests. */
final class Words {
  private final Map<String, Set<Span>> inRules = new HashMap<>();
  private final Set<String> inTests = new HashSet<>();

  static Words of(List<ParseResult> files) {
    Words words = new Words();
    files.forEach(file ->
        RuleParser.tree(file.file().span().source()).ifPresent(tree -> words.read(tree, false)));
    return words;
  }

  private void read(SourceTree tree, boolean test) {
    if (tree instanceof SourceTree.Leaf leaf) {
      read(leaf, test);
    } else if (tree instanceof SourceTree.Branch branch) {
      boolean within = test || branch.rule().equals("test");
      // What tests are left out of is neither used nor tested by that.
      branch.parts().stream().filter(part -> !isTake(part)).forEach(part -> read(part, within));
    }
  }

  private static boolean isTake(SourceTree tree) {
    return tree instanceof SourceTree.Branch branch && branch.rule().equals("take");
  }

  /** {@code DM.DM_REG} names {@code DM_REG}, too. */
  private void read(SourceTree.Leaf leaf, boolean test) {
    String last = leaf.text().substring(leaf.text().lastIndexOf('.') + 1);
    if (last.isEmpty() || !Character.isUpperCase(last.charAt(0))) {
      return;
    }
    if (test) {
      inTests.add(last);
    } else {
      inRules.computeIfAbsent(last, name -> new HashSet<>()).add(leaf.span());
    }
  }

  /** Whether rules say the name anywhere but where it is defined. */
  boolean isUsed(Name name) {
    return inRules.getOrDefault(name.text(), Set.of()).stream()
        .anyMatch(span -> span.start() != name.span().start() || !span.source().equals(name.span().source()));
  }

  boolean isTested(Name name) {
    return inTests.contains(name.text());
  }
}
