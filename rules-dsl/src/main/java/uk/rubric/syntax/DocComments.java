package uk.rubric.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * The comments that explain a part of a rule file: {@code ///} on the lines directly above it, or behind it on its last
 * line. A blank line, or a comment of two slashes, parts the two.
 *
 * <p>Immutable and thread-safe.
 */
public final class DocComments {
  private final Map<Integer, Comment> byLine = new HashMap<>();

  /** Those of one file. */
  public DocComments(FileNode file) {
    file.comments().stream()
        .filter(Comment::doc)
        .forEach(comment -> byLine.put(comment.span().from().line(), comment));
  }

  /**
   * What explains an item, ladder rule or other part of the file: its lines joined by {@code \n}, that behind it last.
   * Empty when nothing does.
   */
  public Optional<String> of(Node part) {
    Deque<String> lines = new ArrayDeque<>();
    if (startsLine(part.span())) {
      above(part.span().from().line(), lines);
    }
    behind(part.span()).ifPresent(comment -> lines.addLast(comment.text()));
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private void above(int line, Deque<String> lines) {
    Comment comment = byLine.get(line - 1);
    for (int at = line - 2; comment != null && comment.ownLine(); at--) {
      lines.addFirst(comment.text());
      comment = byLine.get(at);
    }
  }

  private Optional<Comment> behind(Span part) {
    return Optional.ofNullable(byLine.get(part.to().line()))
        .filter(comment -> comment.span().start() >= part.end())
        .filter(comment -> isBlank(part, part.end(), comment.span().start()));
  }

  private static boolean startsLine(Span part) {
    String text = part.source().text();
    int lineStart = Math.max(text.lastIndexOf('\n', part.start() - 1), text.lastIndexOf('\r', part.start() - 1)) + 1;
    return isBlank(part, lineStart, part.start());
  }

  private static boolean isBlank(Span part, int from, int to) {
    return part.source().text().substring(from, to).replace("\uFEFF", "").isBlank();
  }
}
