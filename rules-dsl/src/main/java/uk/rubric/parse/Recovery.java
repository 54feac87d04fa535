package uk.rubric.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.antlr.RubricParser;

/**
 * What happens at a syntax error: it unwinds to the line, block, ladder rule or row around it, is reported there once,
 * at the furthest token reached, and reading goes on at the next such part. Nothing is inserted or deleted to make the
 * text fit; a brace that is missing is reported, and then taken as read.
 */
final class Recovery extends DefaultErrorStrategy {
  private static final int OPEN = Words.type("{");
  private static final int CLOSE = Words.type("}");

  /** Rules at which an error stops unwinding, and what ends the skipping. */
  private static final Map<Integer, Resume> RESUMES =
      Map.ofEntries(
          Map.entry(RubricParser.RULE_rulesetHeader, Resume.BODY),
          Map.entry(RubricParser.RULE_serviceHeader, Resume.BODY),
          Map.entry(RubricParser.RULE_testHeader, Resume.BODY),
          Map.entry(RubricParser.RULE_rulesetItem, Resume.ITEM),
          Map.entry(RubricParser.RULE_serviceItem, Resume.ITEM),
          Map.entry(RubricParser.RULE_testItem, Resume.ITEM),
          Map.entry(RubricParser.RULE_importLine, Resume.FILE),
          Map.entry(RubricParser.RULE_take, Resume.FILE),
          Map.entry(RubricParser.RULE_ladderItem, Resume.STEP),
          Map.entry(RubricParser.RULE_fact, Resume.FACT),
          Map.entry(RubricParser.RULE_pointsRow, Resume.ROW));

  /** Rules that are a list of parts, and what ends the skipping between two parts. */
  private static final Map<Integer, Resume> LISTS =
      Map.of(
          RubricParser.RULE_file, Resume.FILE,
          RubricParser.RULE_ruleset, Resume.ITEM,
          RubricParser.RULE_service, Resume.ITEM,
          RubricParser.RULE_test, Resume.ITEM,
          RubricParser.RULE_ladder, Resume.STEP,
          RubricParser.RULE_patient, Resume.FACT,
          RubricParser.RULE_pointsTable, Resume.ROW);

  private final SyntaxMessages messages;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Integer> reported = new HashSet<>();
  private final Set<Integer> lines = new HashSet<>();
  private final Set<ParserRuleContext> broken = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> names = new HashSet<>();
  // Where the last skipping ended: what does not fit there follows from the error before it.
  private int resumedAt = -1;

  Recovery(SyntaxMessages messages) {
    this.messages = messages;
  }

  List<Diagnostic> found() {
    return found;
  }

  /** The parts that hold an error, from the smallest to the file. */
  Set<ParserRuleContext> broken() {
    return broken;
  }

  Set<String> names() {
    return names;
  }

  /** Reporting waits for the rule at which the unwinding stops. */
  @Override
  public void reportError(Parser parser, RecognitionException error) {}

  @Override
  public void recover(Parser parser, RecognitionException error) {
    ParserRuleContext rule = parser.getContext();
    Resume resume = RESUMES.get(rule.getRuleIndex());
    if (resume == null) {
      throw error;
    }
    int first = rule.getStart().getTokenIndex();
    Lookahead.Reached reached = lookahead(parser).fromStartOf(rule, first);
    report(reached, parser);
    // Nothing may have been read of the part yet: its start would be taken for the next one, again and again.
    if (parser.getInputStream().index() == first && parser.getCurrentToken().getType() != Token.EOF) {
      parser.consume();
    }
    skip(parser, resume, depth(parser.getInputStream(), first));
    readRules(parser, reached.index());
    breakAround(parser, rule, first);
  }

  /** The rules of ladders in what was skipped are still read: the header of an indicator says nothing about them. */
  private void readRules(Parser parser, int from) {
    TokenStream tokens = parser.getInputStream();
    int at = Resume.nextStep(tokens, from + 1);
    while (at < tokens.index()) {
      Lookahead.Reached reached =
          lookahead(parser).fromPartOf(RubricParser.RULE_ladder, RubricParser.RULE_ladderItem, at);
      if (!reached.expected().isNil() && reached.index() < tokens.index()) {
        report(reached, parser);
      }
      at = Resume.nextStep(tokens, Math.max(at + 1, reached.index()));
    }
  }

  /**
   * Between two parts of a list: what is neither the start of a part nor the end of the list is reported and skipped.
   */
  @Override
  public void sync(Parser parser) {
    ParserRuleContext rule = parser.getContext();
    Resume resume = LISTS.get(rule.getRuleIndex());
    if (resume == null || !betweenParts(parser)) {
      return;
    }
    passStrayBraces(parser, resume);
    if (resume == Resume.FILE) {
      takeAsMeant(parser);
    }
    IntervalSet fitting = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()), rule);
    Token next = parser.getCurrentToken();
    if (!fitting.contains(next.getType())) {
      if (next.getTokenIndex() != resumedAt) {
        report(reachedFromPartBefore(parser, rule), parser);
        breakPartBefore(parser, rule, next);
      }
      if (!resume.stops(parser.getInputStream(), 0, true)) {
        parser.consume();
        skip(parser, resume, next.getType() == OPEN ? 1 : 0);
        readRules(parser, next.getTokenIndex());
      }
      breakAround(parser, rule, next.getTokenIndex());
    }
  }

  /** One brace too many must not end a rule set, so that all behind it would be out of place. */
  private void passStrayBraces(Parser parser, Resume resume) {
    TokenStream tokens = parser.getInputStream();
    while (resume == Resume.ITEM && Resume.isStray(tokens.LT(1), tokens.LT(2), tokens.LT(3))) {
      if (tokens.index() != resumedAt) {
        report(lookahead(parser).fromState(parser.getState(), parser.getContext(), tokens.index()), parser);
        breakAround(parser, parser.getContext(), tokens.index());
      }
      parser.consume();
      resumedAt = tokens.index();
    }
  }

  /** The first word of a rule set or service, misspelt or overwritten, is told and then read as what was meant. */
  private void takeAsMeant(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    Token first = tokens.LT(1);
    Optional<Integer> meant = Words.meantBlock(tokens);
    if (meant.isPresent() && first instanceof CommonToken token) {
      report(lookahead(parser).fromState(parser.getState(), parser.getContext(), tokens.index()), parser);
      broken.add(parser.getContext());
      token.setType(meant.get());
    }
  }

  /** What follows on its line was meant to belong to it, so that it is not read whole. */
  private void breakPartBefore(Parser parser, ParserRuleContext list, Token next) {
    ParseTree last = list.getChildCount() == 0 ? null : list.getChild(list.getChildCount() - 1);
    if (last instanceof ParserRuleContext part && part.getStop().getLine() == next.getLine()) {
      breakAround(parser, part, part.getStart().getTokenIndex());
    }
  }

  private static boolean betweenParts(Parser parser) {
    int type = parser.getATN().states.get(parser.getState()).getStateType();
    return type == ATNState.STAR_LOOP_ENTRY || type == ATNState.STAR_LOOP_BACK;
  }

  /**
   * The part before may be able to go on: after {@code latest DM_COD} stands {@code were}, and {@code where} was meant.
   */
  private Lookahead.Reached reachedFromPartBefore(Parser parser, ParserRuleContext list) {
    Lookahead lookahead = lookahead(parser);
    ParseTree last = list.getChildCount() == 0 ? null : list.getChild(list.getChildCount() - 1);
    return last instanceof ParserRuleContext part && !broken.contains(part)
        ? lookahead.fromStartOf(part, part.getStart().getTokenIndex())
        : lookahead.fromState(parser.getState(), list, parser.getCurrentToken().getTokenIndex());
  }

  @Override
  public Token recoverInline(Parser parser) {
    int list = parser.getContext().getRuleIndex();
    IntervalSet wanted = parser.getATN().states.get(parser.getState()).transition(0).label();
    boolean brace = wanted.size() == 1 && (wanted.contains(CLOSE) || wanted.contains(OPEN) && !isLadder(list));
    if (!brace || !LISTS.containsKey(list)) {
      throw new InputMismatchException(parser);
    }
    Token next = parser.getCurrentToken();
    if (next.getTokenIndex() != resumedAt) {
      report(lookahead(parser).fromState(parser.getState(), parser.getContext(), next.getTokenIndex()), parser);
    }
    return new CommonToken(wanted.getMinElement());
  }

  private static boolean isLadder(int rule) {
    return rule == RubricParser.RULE_ladder;
  }

  private static Lookahead lookahead(Parser parser) {
    return new Lookahead(parser.getATN(), parser.getInputStream());
  }

  /** What else is wrong on a line mostly follows from its first error. */
  private void report(Lookahead.Reached reached, Parser parser) {
    if (reported.add(reached.index())) {
      Diagnostic diagnostic = messages.at(parser.getInputStream(), reached);
      if (lines.add(((Place.InSource) diagnostic.place()).span().from().line())) {
        found.add(diagnostic);
      }
    }
  }

  /** How many braces were opened and not closed since a token. */
  private static int depth(TokenStream tokens, int from) {
    int depth = 0;
    for (int i = from; i < tokens.index(); i++) {
      depth += Resume.brace(tokens.get(i));
    }
    return depth;
  }

  private void skip(Parser parser, Resume resume, int startDepth) {
    int depth = startDepth;
    while (!resume.stops(parser.getInputStream(), depth, false)) {
      depth = Math.max(0, depth + Resume.brace(parser.consume()));
    }
    resumedAt = parser.getInputStream().index();
  }

  /** What is around a skipped part is incomplete, and so are the names that it declares. */
  private void breakAround(Parser parser, ParserRuleContext rule, int from) {
    TokenStream tokens = parser.getInputStream();
    names.addAll(DeclaredNames.between(tokens, from, tokens.index()));
    for (ParserRuleContext around = rule; around != null && broken.add(around); around = around.getParent()) {
      if (around.getParent() != null) {
        names.addAll(DeclaredNames.first(tokens, around.getStart().getTokenIndex()));
      }
    }
  }
}
