package uk.rubric.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody most probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The word of {@code known} that is nearest to {@code wrong}: at most two slips away, or a third of the length of a
   * long word, and one slip for a word of up to four characters. A slip is a character too many, too few, wrong, or
   * swapped with its neighbour; case does not count. Of several equally near the first in alphabetical order, so that
   * the answer never depends on the order of {@code known}.
   */
  public static Optional<String> closest(String wrong, Collection<String> known) {
    int limit = wrong.length() <= 4 ? 1 : Math.max(2, wrong.length() / 3);
    return known.stream()
        .filter(word -> Math.abs(word.length() - wrong.length()) <= limit)
        .map(word -> new Near(word, distance(fold(wrong), fold(word))))
        .filter(near -> near.slips <= limit && near.slips < wrong.length())
        .min(Comparator.comparingInt(Near::slips).thenComparing(Near::word))
        .map(Near::word);
  }

  private record Near(String word, int slips) {}

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Optimal string alignment: Levenshtein's distance in which a swap of neighbours is one step. */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int cheapest(int[][] steps, String a, String b, int i, int j) {
    int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
