package uk.rubric.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.rubric.rulebook.Covered;
import uk.rubric.source.Span;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.testing.Coverage.OfRule;

/** What tests cover of each rule, in a line for the rule book. */
final class CoverageLines implements Covered {
  private record Key(Span ladder, int rule) {}

  private final Map<Key, String> lines = new HashMap<>();

  CoverageLines(Coverage coverage) {
    coverage.ladders().forEach(ladder ->
        ladder.rules().forEach(rule -> lines.put(new Key(ladder.span(), rule.number()), line(rule))));
  }

  @Override
  public Optional<String> line(Span ladder, int rule) {
    return Optional.ofNullable(lines.get(new Key(ladder, rule)));
  }

  /** {@code Reached by tests: outcomes 1/2, conditions 3/4, boundaries 2/6.} */
  private static String line(OfRule rule) {
    String counts = String.join(", ", Arrays.stream(Measure.values())
        .filter(measure -> measure != Measure.RULES)
        .map(measure -> measure.word() + " " + Coverage.count(rule.items().stream(), measure))
        .filter(count -> !count.endsWith("/0")).toList());
    return (rule.isReached() ? "Reached by tests" : "Reached by no test")
        + (counts.isEmpty() ? "." : ": " + counts + ".");
  }
}
