package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;
import uk.rubric.parse.SourceTree.Leaf;
import uk.rubric.syntax.Comment;

/**
 * What stands within a line: words, conditions, expressions and lists in brackets. A condition that does not fit ends
 * its line before each of its {@code and}s or {@code or}s, an expression before its operators, a list behind commas;
 * the next line goes on below the first part.
 */
final class Inline {
  /** Rules of the grammar that read: part, sign, part, sign … part. */
  private static final Set<String> CHAINS = Set.of("condition", "expression", "term", "moment");

  /** An operator with a part on either side stays on one line. */
  private static final int SHORT = 3;

  private static final int INDENT = 2;

  private final Remarks remarks;

  Inline(Remarks remarks) {
    this.remarks = remarks;
  }

  static boolean isChain(SourceTree tree) {
    return tree instanceof Branch branch && CHAINS.contains(branch.rule());
  }

  Doc of(SourceTree tree) {
    if (tree instanceof Leaf leaf) {
      return word(leaf);
    }
    List<SourceTree> parts = ((Branch) tree).parts();
    return isChain(tree) && parts.size() > 1 ? chain(parts, isBreakable((Branch) tree)) : of(parts);
  }

  /** A word with the comments at it. */
  Doc word(Leaf word) {
    List<Doc> parts = new ArrayList<>();
    remarks.takeBefore(word).forEach(comment -> parts.add(remark(comment, 0)));
    parts.add(Doc.text(word.text()));
    remarks.takeBehind(word).forEach(comment -> parts.add(remark(comment, 0)));
    return parts.size() == 1 ? parts.get(0) : new Doc.Sequence(parts);
  }

  static Doc remark(Comment comment, int column) {
    return new Doc.Remark(comment.span().text().stripTrailing(), comment.ownLine(), column);
  }

  private static boolean isBreakable(Branch chain) {
    return chain.rule().equals("condition") || chain.parts().size() > SHORT;
  }

  private Doc chain(List<SourceTree> parts, boolean breakable) {
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean sign = i % 2 == 1;
      if (i > 0) {
        docs.add(sign && breakable ? Doc.LINE : Doc.SPACE);
      }
      docs.add(of(parts.get(i)));
    }
    return new Doc.Aligned(new Doc.Group(new Doc.Sequence(docs)));
  }

  /** Side by side, or a choice. */
  Doc of(List<SourceTree> parts) {
    int then = Trees.indexOf(parts, "then");
    int otherwise = Trees.indexOf(parts, "else");
    return Trees.is(parts.get(0), "if") && then > 0 && otherwise > then
        ? choice(parts, then, otherwise) : sideBySide(parts);
  }

  /** The sign of a number, which is no part of a sum. */
  private static boolean isSign(List<SourceTree> parts, int i) {
    return i == 0 && Trees.is(parts.get(i), "-");
  }

  /** What a figure is in either case; on lines of their own when they do not fit on one. */
  private Doc choice(List<SourceTree> parts, int then, int otherwise) {
    Doc either = sideBySide(parts.subList(then, otherwise));
    Doc or = sideBySide(parts.subList(otherwise, parts.size()));
    Doc all = Doc.sequence(sideBySide(parts.subList(0, then)), Doc.LINE, either, Doc.LINE, or);
    return new Doc.Aligned(new Doc.Group(all));
  }

  private Doc sideBySide(List<SourceTree> parts) {
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && !isSign(parts, i - 1) && Spacing.isApart(Trees.last(parts.get(i - 1)).text(),
          Trees.first(parts.get(i)).text())) {
        docs.add(Doc.SPACE);
      }
      if (Trees.is(parts.get(i), "(")) {
        int close = Trees.closing(parts, i);
        boolean has = i > 0 && Trees.is(parts.get(i - 1), "has");
        docs.add(has ? below(parts.subList(i, close + 1)) : bracket(parts.subList(i, close + 1)));
        i = close;
      } else {
        docs.add(of(parts.get(i)));
      }
    }
    return docs.size() == 1 ? docs.get(0) : new Doc.Aligned(new Doc.Sequence(docs));
  }

  /** From an opening bracket to its closing one; what is between goes below the words before when it does not fit. */
  private Doc below(List<SourceTree> parts) {
    Doc content = of(parts.subList(1, parts.size() - 1));
    return new Doc.Group(
        Doc.sequence(
            of(parts.get(0)),
            new Doc.Nested(INDENT, Doc.sequence(Doc.SOFT_LINE, content)),
            of(parts.get(parts.size() - 1))));
  }

  /** From an opening bracket to its closing one. */
  Doc bracket(List<SourceTree> parts) {
    Leaf open = (Leaf) parts.get(0);
    Leaf close = (Leaf) parts.get(parts.size() - 1);
    Doc blank = open.text().equals("{") ? Doc.SPACE : Doc.NOTHING;
    List<SourceTree> inner = parts.subList(1, parts.size() - 1);
    Doc opened = Doc.sequence(word(open), blank);
    Doc content = inner.isEmpty() ? Doc.NOTHING : list(inner);
    return Doc.sequence(opened, new Doc.Aligned(content), blank, word(close));
  }

  private Doc list(List<SourceTree> parts) {
    List<Doc> elements = new ArrayList<>();
    List<SourceTree> element = new ArrayList<>();
    for (SourceTree part : parts) {
      element.add(part);
      if (Trees.is(part, ",")) {
        elements.add(of(element));
        element = new ArrayList<>();
      }
    }
    elements.add(of(element));
    boolean each = parts.stream().anyMatch(part -> Trees.isRule(part, "condition") || Trees.isRule(part, "listedCode"));
    return each ? new Doc.Group(Doc.join(Doc.LINE, elements)) : new Doc.Fill(elements);
  }
}
