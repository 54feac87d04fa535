package uk.rubric.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricParser;

/**
 * Keeps expressions within a depth that every pass can walk: each bracket or operator may be a level of the tree, and a
 * text of ten thousand brackets must end in a diagnostic. The rest of an expression beyond the limits is replaced,
 * before parsing, by one token that fits nowhere.
 */
final class Nesting {
  private static final int BRACKETS = 64;
  private static final int OPERATORS = 256;

  private static final int CHOICES = 64;

  private static final int OPEN = Words.type("(");
  private static final int CLOSE = Words.type(")");
  private static final int IF = Words.type("if");
  private static final Set<Integer> CHAINING = Words.types("+", "-", "*", "/", "on", "previous", "share");
  private static final Set<Integer> ENDING = Words.types("{", "}", ":");
  private static final Set<Integer> BRANCHES = Words.types("then", "else");
  private static final Set<Integer> SEPARATING = Words.types("and", "or", "=", "<>", "<", "<=", ">", ">=", ",");

  private final List<Token> kept = new ArrayList<>();
  private int brackets;
  private int operators;
  // Of `if … then … else if …`; each line or rule starts anew, so that the rules of a ladder do not add up.
  private int choices;
  private boolean cutting;

  private Nesting() {}

  /** What is too deep at the token that was replaced. */
  static String message(Token tooDeep) {
    return switch (tooDeep.getText()) {
      case "(" -> "more than " + BRACKETS + " brackets are open here";
      case "if" -> "more than " + CHOICES + " choices in one expression";
      default -> "more than " + OPERATORS + " operators in one expression";
    };
  }

  /** The tokens, all of them when no expression is too deep. */
  static List<Token> limited(List<? extends Token> tokens) {
    Nesting nesting = new Nesting();
    for (int i = 0; i < tokens.size(); i++) {
      nesting.take(tokens, i);
    }
    return nesting.kept;
  }

  // Not in the loop: a method that is called often is soon compiled, a loop that runs once is not.
  private void take(List<? extends Token> tokens, int i) {
    take(tokens.get(i), tokens.get(Math.min(i + 1, tokens.size() - 1)));
  }

  private void take(Token token, Token next) {
    if (token.getChannel() != Token.DEFAULT_CHANNEL) {
      kept.add(token);
    } else {
      count(token, next);
      boolean tooDeep = brackets > BRACKETS || operators > OPERATORS || choices > CHOICES;
      if (tooDeep && !cutting) {
        kept.add(new CommonToken(token));
        ((CommonToken) kept.get(kept.size() - 1)).setType(RubricParser.TOO_DEEP);
        cutting = true;
      } else if (!cutting) {
        kept.add(token);
      }
    }
  }

  private void count(Token token, Token next) {
    int type = token.getType();
    if (type == Token.EOF || ENDING.contains(type) || Words.startsItem(token, next)) {
      choices = 0;
      restart();
    } else if (BRANCHES.contains(type) && choices <= 1) {
      restart();
    } else if (type == IF) {
      choices++;
    } else if (type == OPEN) {
      brackets++;
    } else if (type == CLOSE) {
      brackets = Math.max(0, brackets - 1);
    } else if (SEPARATING.contains(type)) {
      operators = 0;
    } else if (CHAINING.contains(type)) {
      operators++;
    }
  }

  private void restart() {
    brackets = 0;
    operators = 0;
    cutting = false;
  }
}
