package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;
import uk.rubric.parse.SourceTree.Leaf;

/** Questions to a {@link SourceTree}. */
final class Trees {
  private Trees() {}

  static List<Leaf> leaves(SourceTree tree) {
    return leaves(List.of(tree));
  }

  /** All words, in order. */
  static List<Leaf> leaves(List<SourceTree> trees) {
    List<Leaf> found = new ArrayList<>();
    collect(trees, found);
    return found;
  }

  private static void collect(List<SourceTree> trees, List<Leaf> found) {
    for (SourceTree tree : trees) {
      if (tree instanceof Leaf leaf) {
        found.add(leaf);
      } else {
        collect(((Branch) tree).parts(), found);
      }
    }
  }

  static Leaf first(SourceTree tree) {
    return tree instanceof Leaf leaf ? leaf : first(((Branch) tree).parts().get(0));
  }

  static Leaf last(SourceTree tree) {
    if (tree instanceof Leaf leaf) {
      return leaf;
    }
    List<SourceTree> parts = ((Branch) tree).parts();
    return last(parts.get(parts.size() - 1));
  }

  static boolean is(SourceTree tree, String text) {
    return tree instanceof Leaf leaf && leaf.text().equals(text);
  }

  static boolean isRule(SourceTree tree, String rule) {
    return tree instanceof Branch branch && branch.rule().equals(rule);
  }

  /** The first part that is this word itself, or -1. */
  static int indexOf(List<SourceTree> parts, String text) {
    for (int i = 0; i < parts.size(); i++) {
      if (is(parts.get(i), text)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the bracket that opens at {@code open} closes among the same parts. */
  static int closing(List<SourceTree> parts, int open) {
    String opening = ((Leaf) parts.get(open)).text();
    String closing = opening.equals("(") ? ")" : "}";
    int depth = 0;
    for (int i = open; i < parts.size(); i++) {
      depth += is(parts.get(i), opening) ? 1 : is(parts.get(i), closing) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("a bracket closes in the rule that opens it");
  }

  /** The branch of that rule at the top of an entry, behind rules that only choose. */
  static Optional<Branch> only(List<SourceTree> entry) {
    return entry.size() == 1 && entry.get(0) instanceof Branch branch
        ? Optional.of(innermost(branch)) : Optional.empty();
  }

  private static Branch innermost(Branch branch) {
    boolean chooses = branch.parts().size() == 1 && branch.parts().get(0) instanceof Branch;
    return chooses ? innermost((Branch) branch.parts().get(0)) : branch;
  }
}
