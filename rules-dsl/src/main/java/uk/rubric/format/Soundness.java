package uk.rubric.format;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.parse.SourceTree;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;

/** Whether a layout says what its source says: the same words and comments in one order, read as the same rules. */
final class Soundness {
  private Soundness() {}

  /** Throws if it does not. */
  static void check(ParseResult before, SourceTree words, SourceText layout) {
    ParseResult after = RuleParser.parse(layout);
    boolean same = after.diagnostics().isEmpty() && isSame(before.file(), after.file())
        && RuleParser.tree(layout).filter(tree -> words(after, tree).equals(words(before, words))).isPresent();
    if (!same) {
      throw new IllegalStateException("the layout does not read as its source does");
    }
  }

  /** Words and comments in order. */
  private static List<String> words(ParseResult parsed, SourceTree tree) {
    TreeMap<Integer, String> inOrder = new TreeMap<>();
    Trees.leaves(tree).forEach(word -> inOrder.put(word.span().start(), word.text()));
    for (Comment comment : parsed.file().comments()) {
      inOrder.put(comment.span().start(), comment.span().text().stripTrailing());
    }
    return List.copyOf(inOrder.values());
  }

  /** Whether two parts of a syntax tree are the same but for where they stand. */
  static boolean isSame(Object one, Object other) {
    if (one instanceof Span) {
      return true;
    }
    if (one instanceof Optional<?> a && other instanceof Optional<?> b) {
      return isSame(a.stream().toList(), b.stream().toList());
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> isSame(a.get(i), b.get(i)));
    }
    if (one instanceof Record && one.getClass() == other.getClass()) {
      return Arrays.stream(one.getClass().getRecordComponents())
          .allMatch(part -> isSame(of(one, part), of(other, part)));
    }
    return one.equals(other);
  }

  private static Object of(Object record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
