package uk.rubric.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.rubric.parse.SourceTree.Leaf;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;

/** The comments of a file by the word that they stand before or behind, each handed out once, and its blank lines. */
final class Remarks {
  private final Map<Integer, List<Comment>> before = new HashMap<>();
  private final Map<Integer, List<Comment>> behind = new HashMap<>();
  private final Set<Integer> afterBlankLine = new HashSet<>();
  private List<Comment> waiting = new ArrayList<>();

  /**
   * @param words all of the file, in order
   * @param comments all of the file, in order
   */
  Remarks(List<Leaf> words, List<Comment> comments) {
    TreeMap<Integer, Object> inOrder = new TreeMap<>();
    words.forEach(word -> inOrder.put(word.span().start(), word));
    comments.forEach(comment -> inOrder.put(comment.span().start(), comment));
    Leaf last = null;
    int lastLine = Integer.MAX_VALUE;
    for (Object each : inOrder.values()) {
      Span span = each instanceof Leaf word ? word.span() : ((Comment) each).span();
      if (span.from().line() > lastLine + 1) {
        afterBlankLine.add(span.start());
      }
      lastLine = span.to().line();
      last = attach(each, last);
    }
  }

  private Leaf attach(Object each, Leaf last) {
    if (each instanceof Leaf word) {
      before.put(word.span().start(), waiting);
      waiting = new ArrayList<>();
      return word;
    }
    Comment comment = (Comment) each;
    if (comment.ownLine() || last == null) {
      waiting.add(comment);
    } else {
      behind.computeIfAbsent(last.span().start(), start -> new ArrayList<>()).add(comment);
    }
    return last;
  }

  /** Those on lines of their own above a word. */
  List<Comment> takeBefore(Leaf word) {
    return taken(before.remove(word.span().start()));
  }

  /** That behind a word on its line; none or one. */
  List<Comment> takeBehind(Leaf word) {
    return taken(behind.remove(word.span().start()));
  }

  /** Those after the last word. */
  List<Comment> takeRest() {
    List<Comment> rest = waiting;
    waiting = List.of();
    return rest;
  }

  private static List<Comment> taken(List<Comment> found) {
    return found == null ? List.of() : found;
  }

  void addBlankLine(Span span) {
    afterBlankLine.add(span.start());
  }

  /** Whether an empty line stands above. */
  boolean isAfterBlankLine(Span span) {
    return afterBlankLine.contains(span.start());
  }
}
