package uk.rubric.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How alike two texts are: by the words that they share. */
final class Likeness {
  /** Words that stand in all of them. */
  private static final Set<String> COMMON = Set.of(
      "a", "all", "and", "the", "to", "of", "in", "or", "up", "for", "this", "rule", "rules", "who", "whom", "have",
      "has",
      "had", "was", "were", "is", "are", "patient", "patients", "passed", "pass", "next", "reject", "select",
      "remaining",
      "from", "specified", "population", "meet", "both", "criteria", "below", "leading", "including", "payment",
      "period", "end", "date", "their", "that", "by", "any", "following");

  private Likeness() {}

  /** In thousandths: 1000 for texts of the same words. */
  static int of(String one, String other) {
    Set<String> mine = words(one);
    Set<String> theirs = words(other);
    Set<String> shared = new HashSet<>(mine);
    shared.retainAll(theirs);
    int all = mine.size() + theirs.size() - shared.size();
    return all == 0 ? 0 : shared.size() * 1000 / all;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !COMMON.contains(word))
        .collect(Collectors.toSet());
  }
}
