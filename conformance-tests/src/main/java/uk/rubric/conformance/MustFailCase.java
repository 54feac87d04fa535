package uk.rubric.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules, and all that must be said about them.
 *
 * @param at when given, the rules are in order and it is their plan on that day that must fail
 * @param served code clusters that are not as the rules want them: {@code missing}, {@code empty} or a version
 */
public record MustFailCase(
    Heading heading, String rules, Optional<LocalDate> at, Map<String, String> served, List<Expected> expected)
    implements ConformanceCase {
  public MustFailCase {
    served = Map.copyOf(served);
    expected = List.copyOf(expected);
  }

  /**
   * One diagnostic.
   *
   * @param text the rule text that is underlined; empty for one that stands in no rule text
   * @param suggests a name that the help must offer, if any
   */
  public record Expected(String code, Optional<String> text, Optional<String> suggests) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.mustFail(this);
  }
}
