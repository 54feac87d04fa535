package uk.rubric.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import uk.rubric.parse.antlr.RubricParser;

/** The generator's tree to a {@link SourceTree}: without the end of the file. */
final class SourceTreeBuilder {
  private final Places places;

  SourceTreeBuilder(Places places) {
    this.places = places;
  }

  /** The tree must hold no error. */
  SourceTree build(ParserRuleContext tree) {
    List<ParseTree> parts = tree.children == null ? List.of() : tree.children;
    return new SourceTree.Branch(
        RubricParser.ruleNames[tree.getRuleIndex()],
        parts.stream().filter(SourceTreeBuilder::isText).map(this::part).toList());
  }

  private static boolean isText(ParseTree part) {
    return !(part instanceof TerminalNode leaf) || leaf.getSymbol().getType() != Token.EOF;
  }

  private SourceTree part(ParseTree part) {
    return part instanceof TerminalNode leaf
        ? new SourceTree.Leaf(leaf.getText(), places.of(leaf.getSymbol()))
        : build((ParserRuleContext) part);
  }
}
