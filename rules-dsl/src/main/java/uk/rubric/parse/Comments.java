package uk.rubric.parse;

import java.util.List;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;

/** The comments among tokens. */
final class Comments {
  private Comments() {}

  static List<Comment> among(List<Token> tokens, Places places) {
    return tokens.stream()
        .filter(token -> token.getType() == RubricLexer.COMMENT)
        .map(token -> comment(token.getText(), places.of(token)))
        .toList();
  }

  private static Comment comment(String written, Span span) {
    boolean doc = written.startsWith("///") && !written.startsWith("////");
    return new Comment(written.substring(doc ? 3 : 2).strip(), doc, startsLine(span), span);
  }

  private static boolean startsLine(Span span) {
    String text = span.source().text();
    int at = span.start() - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\uFEFF')) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }
}
