package uk.rubric.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
import uk.rubric.syntax.Comment;
import uk.rubric.syntax.FileNode;

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
      FileNode file = new AstBuilder(places, part -> false).file(quick(tokens), comments(tokens, places));
      return new ParseResult(file, List.of(), Set.of());
    } catch (ParseCancellationException notQuick) {
      // Either a mistake, or one of the rare places where the fast prediction is too weak.
      return thorough(tokens, places);
    }
  }

  /** The division of {@code source} by the grammar; empty when {@link #parse} has a diagnostic for it. */
  public static Optional<SourceTree> tree(SourceText source) {
    Places places = new Places(source);
    CommonTokenStream tokens = tokens(source);
    try {
      return Optional.of(new SourceTreeBuilder(places).build(quick(tokens)));
    } catch (ParseCancellationException notQuick) {
      Recovery recovery = new Recovery(new SyntaxMessages(places));
      RubricParser.FileContext tree = thorough(tokens, recovery);
      return recovery.found().isEmpty() ? Optional.of(new SourceTreeBuilder(places).build(tree)) : Optional.empty();
    }
  }

  private static List<Comment> comments(CommonTokenStream tokens, Places places) {
    return Comments.among(tokens.getTokens(), places);
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
    Recovery recovery = new Recovery(new SyntaxMessages(places));
    RubricParser.FileContext tree = thorough(tokens, recovery);
    FileNode file = new AstBuilder(places, recovery.broken()::contains).file(tree, comments(tokens, places));
    return new ParseResult(file, inOrder(recovery.found()), names(tree, tokens, recovery));
  }

  private static RubricParser.FileContext thorough(CommonTokenStream tokens, Recovery recovery) {
    RubricParser parser = parser(tokens, PredictionMode.LL);
    parser.setErrorHandler(recovery);
    return parser.file();
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
