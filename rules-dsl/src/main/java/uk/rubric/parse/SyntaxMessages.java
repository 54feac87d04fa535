package uk.rubric.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.source.Span;

/** Syntax errors in the reader's words. */
final class SyntaxMessages {
  private static final int LONG_WORD = 5;

  private static final int LONGEST_QUOTE = 40;

  private static final int COLON = Words.type(":");
  private static final int CLOSE = Words.type("}");
  private static final Set<Integer> LADDER_ENDS = Words.types("denominator", "numerator", "}");

  /** What to write instead of characters that a word processor or a keyboard offers. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("≠", "write `<>`"),
          Map.entry("!", "write `<>` for \"is not equal\""),
          Map.entry("≤", "write `<=`"),
          Map.entry("≥", "write `>=`"),
          Map.entry("“", "write a straight `\"`"),
          Map.entry("”", "write a straight `\"`"),
          Map.entry("„", "write a straight `\"`"),
          Map.entry("«", "write a straight `\"`"),
          Map.entry("»", "write a straight `\"`"),
          Map.entry("‘", "write a straight `\"`"),
          Map.entry("’", "write a straight `\"`"),
          Map.entry("'", "write `\"`"),
          Map.entry("–", "write `-`"),
          Map.entry("—", "write `-`"),
          Map.entry("−", "write `-`"),
          Map.entry("‑", "write `-`"),
          Map.entry("×", "write `*`"),
          Map.entry("÷", "write `/`"),
          Map.entry("&", "write `and`"),
          Map.entry("|", "a term stands between two `|` on one line"),
          Map.entry("#", "a comment starts with `//`"),
          Map.entry(";", "nothing ends a line; take it out"),
          Map.entry("€", "amounts are in pounds: £201.16"),
          Map.entry("$", "amounts are in pounds: £201.16"),
          Map.entry("£", "digits follow the `£` at once: £201.16"),
          Map.entry("\u00a0", "write an ordinary space"));

  private final Places places;

  SyntaxMessages(Places places) {
    this.places = places;
  }

  Diagnostic at(TokenStream tokens, Lookahead.Reached reached) {
    Token found = tokens.get(reached.index());
    return switch (found.getType()) {
      case RubricLexer.NEARLY_DATE -> Diagnostic.at(
              places.of(found), SyntaxDiagnostic.MALFORMED_DATE, quote(found) + " is not a date")
          .withHelp("write year, month and day as in `2012-06-01`; arithmetic has spaces around its `-` or `/`");
      case RubricLexer.UNCLOSED_STRING -> Diagnostic.at(
              places.of(found), SyntaxDiagnostic.UNCLOSED_TEXT, "this text is not closed on its line")
          .withHelp("end it with `\"` on the same line");
      case RubricLexer.OTHER -> unreadable(found, reached.expected());
      case RubricParser.TOO_DEEP -> Diagnostic.at(
              places.of(found), SyntaxDiagnostic.TOO_DEEP, Nesting.message(found))
          .withHelp("name a part of it, and use the name");
      default -> unexpected(tokens, found, reached.expected());
    };
  }

  private static Optional<Token> before(TokenStream tokens, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Token> after(TokenStream tokens, Token token) {
    for (int i = token.getTokenIndex() + 1; i < tokens.size(); i++) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  private Diagnostic unreadable(Token found, IntervalSet expected) {
    String character = found.getText();
    String shown = isVisible(character.codePointAt(0))
        ? "`" + character + "`" : String.format("U+%04X", character.codePointAt(0));
    return Diagnostic.at(
            places.of(found), SyntaxDiagnostic.UNREADABLE_CHARACTER, "the language has no character " + shown)
        .withHelp(INSTEAD.getOrDefault(character, "expected " + Expectations.inWords(expected)));
  }

  private static boolean isVisible(int point) {
    int type = Character.getType(point);
    return !Character.isISOControl(point) && !Character.isSpaceChar(point)
        && type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED;
  }

  private Diagnostic unexpected(TokenStream tokens, Token found, IntervalSet expected) {
    Optional<Token> shouted = before(tokens, found.getTokenIndex()).filter(Slips::isShoutedWord);
    if (shouted.isPresent()) {
      return Diagnostic.at(places.of(shouted.get()), SyntaxDiagnostic.UNEXPECTED_INPUT,
              quote(shouted.get()) + " is no word of the language, which are all in small letters")
          .withHelp("did you mean `" + Slips.small(shouted.get()) + "`?");
    }
    Slips slips = new Slips(before(tokens, found.getTokenIndex()), found, after(tokens, found), expected);
    Optional<String> slip = slips.help();
    Optional<String> meant = slip.isPresent() ? slip : meantWord(found, expected).map(w -> "did you mean `" + w + "`?");
    if (meant.isEmpty() && isSmallName(found) && expected.contains(RubricLexer.NAME)) {
      return Diagnostic.at(
              places.of(found), SyntaxDiagnostic.NAME_WITHOUT_CAPITAL, "expected a name, found " + quote(found))
          .withHelp("names start with a capital; small letters are for the words of the language and units");
    }
    Optional<Token> before = before(tokens, found.getTokenIndex());
    boolean cutShort = before.isPresent() && isCutShort(before.get(), found, after(tokens, found));
    String message = "expected " + Expectations.inWords(expected)
        + before.map(token -> " after " + quote(token)).orElse("")
        + ", found " + quote(found) + (cutShort && found.getType() != Token.EOF ? " on a later line" : "");
    Span span = cutShort ? places.after(before.get()) : placeOf(found);
    Diagnostic bare = Diagnostic.at(span, SyntaxDiagnostic.UNEXPECTED_INPUT, message);
    return meant
        .or(() -> labelHelp(found, before, expected))
        .or(() -> braceHelp(found, before, expected))
        .map(bare::withHelp)
        .orElse(bare);
  }

  private Span placeOf(Token found) {
    return found.getType() == Token.EOF ? places.start() : places.of(found);
  }

  /** Whether a line ended too early, so that the mistake is there and not where the next part starts. */
  private static boolean isCutShort(Token before, Token found, Optional<Token> next) {
    if (found.getType() == Token.EOF) {
      return true;
    }
    boolean step = found.getType() == RubricLexer.NUMBER && next.filter(t -> t.getType() == COLON).isPresent();
    boolean start = next.isPresent() && Words.startsItem(found, next.get());
    boolean part = step || start || LADDER_ENDS.contains(found.getType());
    return part && before.getType() != CLOSE && found.getLine() > before.getLine();
  }

  /** A line of a rule set where only rule sets and services may stand. */
  private static Optional<String> braceHelp(Token found, Optional<Token> before, IntervalSet expected) {
    boolean outside = expected.contains(Token.EOF) && Words.written(found.getType()).isPresent()
        && before.filter(token -> token.getType() == CLOSE).isPresent();
    return outside ? Optional.of("one `}` before it may be too many") : Optional.empty();
  }

  private static Optional<String> meantWord(Token found, IntervalSet expected) {
    // Of short words of the language, too many are near one another: `and` is no slip of `add`.
    boolean couldBeSlip = found.getType() == RubricLexer.WORD || found.getType() == RubricLexer.NAME
        || found.getText().length() >= LONG_WORD && Character.isLetter(found.getText().codePointAt(0));
    List<String> words = Expectations.words(expected);
    return couldBeSlip ? Suggestion.closest(found.getText(), words) : Optional.empty();
  }

  private static boolean isSmallName(Token found) {
    return found.getType() == RubricLexer.WORD || found.getType() == RubricLexer.SMALL_NAME;
  }

  /** {@code CAN-04} is a label of the source and no name. */
  private static Optional<String> labelHelp(Token found, Optional<Token> before, IntervalSet expected) {
    boolean hyphenated = found.getText().equals("-") && !expected.contains(found.getType())
        && before.filter(token -> token.getType() == RubricLexer.NAME).isPresent();
    return hyphenated ? Optional.of("a name has letters, digits, `_` and `.`, and no hyphen") : Optional.empty();
  }

  private static String quote(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    String text = token.getText();
    int length = text.codePointCount(0, text.length());
    String shown = length <= LONGEST_QUOTE
        ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
    return "`" + shown.replace('`', '\'').replaceAll("\\p{Cntrl}", " ") + "`";
  }
}
