package uk.rubric.rulebook;

import java.util.Optional;
import uk.rubric.source.Span;

/** What tests cover of each rule, for a book that shows it. */
@FunctionalInterface
public interface Covered {
  /**
   * What stands beside a rule, on one line; empty when nothing is to be said of it.
   *
   * @param ladder where the ladder of the rule stands
   * @param rule its number
   */
  Optional<String> line(Span ladder, int rule);
}
