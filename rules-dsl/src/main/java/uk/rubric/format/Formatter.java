package uk.rubric.format;

import java.util.List;
import java.util.Optional;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;
import uk.rubric.source.SourceText;

/**
 * Rule text in its one layout: it depends on the words, the comments and where blank lines stand, and on nothing else.
 * Lines end with LF, the last one too; a byte-order mark is dropped. Stateless and thread-safe.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * {@code source} in its layout, unless it has a syntax error.
   *
   * @throws IllegalStateException if the layout does not read as the source does: a fault of this class
   */
  public static FormatResult format(SourceText source) {
    ParseResult parsed = RuleParser.parse(source);
    Optional<SourceTree> tree = RuleParser.tree(source);
    if (!parsed.diagnostics().isEmpty() || tree.isEmpty()) {
      return new FormatResult(Optional.empty(), parsed.diagnostics());
    }
    String text = text(parsed, (Branch) tree.get());
    Soundness.check(parsed, tree.get(), new SourceText(source.name(), text));
    return new FormatResult(Optional.of(text), List.of());
  }

  private static String text(ParseResult parsed, Branch tree) {
    Remarks remarks = new Remarks(Trees.leaves(tree), parsed.file().comments());
    Paper paper = new Paper(Layout.WIDTH, 0);
    new Layout(remarks).file(tree).write(paper, 0);
    return paper.text().isEmpty() ? "" : paper.text() + "\n";
  }
}
