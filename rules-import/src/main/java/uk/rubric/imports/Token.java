package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, number or sign of a published cell. */
record Token(Kind kind, String text) {
  private static final Token END = new Token(Kind.END, "");

  /** In the order in which they are tried. */
  enum Kind {
    DATE("\\d{1,2}/\\d{1,2}/\\d{4}(?![\\w/])"),
    PERCENT("\\d+(?:\\.\\d+)?\\s*%"),
    NUMBER("\\d+(?:\\.\\d+)?"),
    WORD("[A-Za-z_][A-Za-z0-9_]*(?:/[A-Za-z0-9.]+)*"),
    COMPARATOR("≠|<>|!=|<=|>=|≤|≥|=(?![<>])|<|>"),
    PLUS("\\+"),
    /** Documents have dashes where they mean minus. */
    MINUS("[-–—−‐‑]"),
    OPEN("\\("),
    CLOSE("\\)"),
    OPEN_BRACE("\\{"),
    CLOSE_BRACE("\\}"),
    OPEN_SQUARE("\\["),
    CLOSE_SQUARE("\\]"),
    COMMA(","),
    OTHER("\\S"),
    END("$");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        Token token = first(text, at);
        tokens.add(token);
        at += token.text.length();
      }
    }
    tokens.add(END);
    return tokens;
  }

  private static Token first(String text, int at) {
    for (Kind kind : Kind.values()) {
      Matcher matcher = kind.pattern.matcher(text).region(at, text.length());
      if (kind != Kind.END && matcher.lookingAt()) {
        return new Token(kind, matcher.group());
      }
    }
    return new Token(Kind.OTHER, text.substring(at, at + 1));
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }
}
