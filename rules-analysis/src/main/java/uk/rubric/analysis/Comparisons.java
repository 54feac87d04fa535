package uk.rubric.analysis;

import uk.rubric.syntax.Comparator;

/** What comparisons say with their sides changed. */
final class Comparisons {
  private Comparisons() {}

  /** The comparison of the right side with the left. */
  static Comparator turned(Comparator comparator) {
    return switch (comparator) {
      case EQUAL, NOT_EQUAL -> comparator;
      case LESS -> Comparator.MORE;
      case AT_MOST -> Comparator.AT_LEAST;
      case MORE -> Comparator.LESS;
      case AT_LEAST -> Comparator.AT_MOST;
    };
  }
}
