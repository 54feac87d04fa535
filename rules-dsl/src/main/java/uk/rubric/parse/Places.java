package uk.rubric.parse;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import uk.rubric.parse.antlr.RubricParser.LabelContext;
import uk.rubric.parse.antlr.RubricParser.RefContext;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Text;

/** The spans of tokens and trees: the lexer counts code points, a {@link SourceText} counts UTF-16 units. */
final class Places {
  private final SourceText source;
  // Offset of each code point; absent when the two counts agree.
  private final Optional<int[]> offsets;

  Places(SourceText source) {
    this.source = source;
    String text = source.text();
    int points = text.codePointCount(0, text.length());
    this.offsets = points == text.length() ? Optional.empty() : Optional.of(offsets(text, points));
  }

  private static int[] offsets(String text, int points) {
    int[] found = new int[points + 1];
    for (int i = 0, offset = 0; i < points; i++) {
      offset += Character.charCount(text.codePointAt(offset));
      found[i + 1] = offset;
    }
    return found;
  }

  private int offset(int codePoint) {
    return offsets.map(known -> known[codePoint]).orElse(codePoint);
  }

  Span between(Token first, Token last) {
    return source.span(offset(first.getStartIndex()), offset(last.getStopIndex() + 1));
  }

  Span of(Token token) {
    return between(token, token);
  }

  Span of(ParserRuleContext tree) {
    return between(tree.getStart(), tree.getStop());
  }

  /** Nothing, at the start of the text. */
  Span start() {
    return source.span(0, 0);
  }

  /** Nothing, right after a token. */
  Span after(Token token) {
    int end = offset(token.getStopIndex() + 1);
    return source.span(end, end);
  }

  Name name(Token token) {
    return new Name(token.getText(), false, of(token));
  }

  Name name(RefContext ref) {
    return new Name(ref.NAME().getText(), ref.getChildCount() > 1, of(ref));
  }

  /** Of a classification: a name, or a text without its quotes. */
  Text label(LabelContext tree) {
    return tree.STRING() == null ? text(tree.NAME().getSymbol()) : quoted(tree.STRING().getSymbol());
  }

  Text text(Token token) {
    return new Text(token.getText(), of(token));
  }

  /** A number, with the sign before it, if there is one. */
  Text number(Token minusOrNull, TerminalNode digits) {
    Token number = digits.getSymbol();
    return minusOrNull == null
        ? text(number)
        : new Text("-" + number.getText(), between(minusOrNull, number));
  }

  /** The number of an amount of money below nought; the span is with its signs. */
  Text debt(Token minus, Token money) {
    return new Text("-" + money.getText().substring(1), between(minus, money));
  }

  /** Without the quotes around it; the span is with them. */
  Text quoted(Token token) {
    return trimmed(token, 1, 1);
  }

  /** The text of a token that may be absent, without its quotes. */
  Optional<Text> title(Token tokenOrNull) {
    return Optional.ofNullable(tokenOrNull).map(this::quoted);
  }

  /** Without a sign before or after it; the span is with them. */
  Text trimmed(Token token, int before, int after) {
    String written = token.getText();
    return new Text(written.substring(before, written.length() - after), of(token));
  }
}
