package uk.rubric.parse;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import uk.rubric.parse.antlr.RubricLexer;

/**
 * Where reading goes on after a syntax error. A brace may have been lost, so a word that always starts a line ends it.
 */
enum Resume {
  /** At the next rule set, service, test or taking of tests. */
  FILE {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      return BLOCKS.contains(token.getType());
    }
  },
  /** At the body of a rule set or service. */
  BODY {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      return token.getType() == OPEN || token.getType() == CLOSE || Words.startsItem(token, next);
    }
  },
  /** At the next line or block of a rule set or service, or its end. */
  ITEM {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      boolean end = token.getType() == CLOSE && depth == 0 && ends(token, next);
      boolean rule = token.getType() == USE && depth > 0;
      return end || (first ? BLOCKS.contains(token.getType()) : Words.startsItem(token, next) && !rule);
    }

    // With an opening brace lost, a closing one may be that of the part itself, which does not stand at the margin.
    private boolean ends(Token close, Token next) {
      return close.getCharPositionInLine() == 0 || next.getType() == Token.EOF || BLOCKS.contains(next.getType());
    }
  },
  /** At the next rule of a ladder, or its end. */
  STEP {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      boolean step = token.getType() == RubricLexer.NUMBER && next.getType() == COLON;
      return depth == 0 && (step || token.getType() == CLOSE)
          || LADDERS.contains(token.getType())
          || Words.startsItem(token, next) && token.getType() != USE;
    }
  },
  /** At the next line of a patient of a test, or the patient's end. */
  FACT {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      return depth == 0 && (token.getType() == CLOSE || !first && FACTS.contains(token.getType()))
          || Words.startsItem(token, next);
    }

    // Most lines of a patient start with a date, as much else does.
    @Override
    boolean stops(TokenStream tokens, int depth, boolean first) {
      boolean nextLine = !first && depth == 0 && tokens.LT(-1).getLine() < tokens.LT(1).getLine();
      return nextLine || super.stops(tokens, depth, first);
    }
  },
  /** At the next row of a table, or its end. */
  ROW {
    @Override
    boolean here(Token token, Token next, int depth, boolean first) {
      boolean row = token.getType() == RubricLexer.NAME && next.getType() == COLON;
      return depth == 0 && (row || token.getType() == CLOSE) || Words.startsItem(token, next);
    }
  };

  private static final int OPEN = Words.type("{");
  private static final int CLOSE = Words.type("}");
  private static final int COLON = Words.type(":");
  private static final Set<Integer> BLOCKS = Words.types("ruleset", "service", "test", "take");
  // In a ladder it starts the use of a block.
  private static final int USE = Words.type("use");
  private static final Set<Integer> FACTS = Words.types("born", "died", "sex", "registered");
  private static final Set<Integer> FILE_LINES = Words.types("import");
  private static final Set<Integer> LADDERS = Words.types("denominator", "numerator");

  /** Whether a brace that fits here is one too many, since a line of the block that it would end follows. */
  static boolean isStray(Token close, Token next, Token second) {
    return close.getType() == CLOSE && Words.startsItem(next, second) && !BLOCKS.contains(next.getType())
        && !FILE_LINES.contains(next.getType());
  }

  abstract boolean here(Token token, Token next, int depth, boolean first);

  /**
   * @param depth how many braces of the skipped part are open
   * @param first whether nothing was skipped yet, so that a start which does not fit here must be passed over
   */
  boolean stops(TokenStream tokens, int depth, boolean first) {
    Token token = tokens.LT(1);
    return token.getType() == Token.EOF || here(token, tokens.LT(2), depth, first);
  }

  /** Where the next numbered rule starts, or the end of the file. */
  static int nextStep(TokenStream tokens, int from) {
    int number = from;
    while (number < tokens.size() - 1
        && !(tokens.get(number).getType() == RubricLexer.NUMBER && tokens.get(number + 1).getType() == COLON)) {
      number++;
    }
    return number;
  }

  /** 1 for an opening brace, -1 for a closing one, else 0. */
  static int brace(Token token) {
    return token.getType() == OPEN ? 1 : token.getType() == CLOSE ? -1 : 0;
  }
}
