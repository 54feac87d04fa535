package uk.rubric.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.source.Span;

/** Places of words in the text of a part, and numbers a step away. */
final class Texts {
  private Texts() {}

  /** The first place of a word between two offsets, which is known to stand there. */
  static Span find(Span in, int from, int to, String word) {
    String text = in.source().text();
    int at = text.indexOf(word, from);
    if (at < 0 || at + word.length() > to) {
      throw new IllegalStateException("`" + word + "` is not at " + in);
    }
    return in.source().span(at, at + word.length());
  }

  static Span cut(Span in, int from, int to) {
    return in.source().span(from, to);
  }

  /** A place where nothing stands yet. */
  static Span at(Span in, int offset) {
    return in.source().span(offset, offset);
  }

  /** The number one less and one more in its last place; not from above 0 to below it. */
  static List<String> stepsAway(String digits) {
    BigDecimal number = new BigDecimal(digits);
    return Stream.of(number.subtract(number.ulp()), number.add(number.ulp()))
        .filter(step -> step.signum() >= 0 || number.signum() < 0)
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
