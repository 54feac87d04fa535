package uk.rubric.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.source.SourceText;

/** Reads the text of a rule file. Stateless and thread-safe. */
public final class RuleParser {
  private RuleParser() {}

  /**
   * The syntax tree of {@code source}, with a diagnostic for each line, block or ladder rule that cannot be read. Never
   * throws for what the text holds; an empty text is an empty file.
   */
  public static ParseResult parse(SourceText source) {
    Places places = new Places(source);
    CommonTokenStream tokens = tokens(source);
    try {
      RubricParser.FileContext tree = quick(tokens);
      return new ParseResult(new AstBuilder(places, part -> false).file(tree), List.of(), Set.of());
    } catch (ParseCancellationException notQuick) {
      // Either a mistake, or one of the rare places where the fast prediction is too weak.
      return thorough(tokens, places);
    }
  }

  private static CommonTokenStream tokens(SourceText source) {
    RubricLexer lexer = new RubricLexer(CharStreams.fromString(source.text(), source.name()));
    lexer.removeErrorListeners();
    List<Token> all = Nesting.limited(lexer.getAllTokens());
    CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(all, source.name()));
    tokens.fill();
    return tokens;
  }

  private static RubricParser parser(CommonTokenStream tokens, PredictionMode mode) {
    tokens.seek(0);
    RubricParser parser = new RubricParser(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  private static RubricParser.FileContext quick(CommonTokenStream tokens) {
    RubricParser parser = parser(tokens, PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    return parser.file();
  }

  private static ParseResult thorough(CommonTokenStream tokens, Places places) {
    RubricParser parser = parser(tokens, PredictionMode.LL);
    Recovery recovery = new Recovery(new SyntaxMessages(places));
    parser.setErrorHandler(recovery);
    RubricParser.FileContext tree = parser.file();
    Set<ParserRuleContext> broken = recovery.broken();
    return new ParseResult(
        new AstBuilder(places, broken::contains).file(tree), inOrder(recovery.found()), names(tree, tokens, recovery));
  }

  private static List<Diagnostic> inOrder(List<Diagnostic> found) {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(each -> ((Place.InSource) each.place()).span().start()));
    return sorted;
  }

  /** With the header of a rule set or service gone, all that it declares is gone. */
  private static Set<String> names(RubricParser.FileContext tree, CommonTokenStream tokens, Recovery recovery) {
    Set<String> names = new HashSet<>(recovery.names());
    List<ParserRuleContext> blocks = new ArrayList<>(tree.ruleset());
    blocks.addAll(tree.service());
    for (ParserRuleContext block : blocks) {
      if (recovery.broken().contains(block.getChild(0))) {
        names.addAll(
            DeclaredNames.between(
                tokens, block.getStart().getTokenIndex(), block.getStop().getTokenIndex() + 1));
      }
    }
    return names;
  }
}
