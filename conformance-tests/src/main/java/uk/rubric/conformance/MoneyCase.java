package uk.rubric.conformance;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A service, the counts of a practice, and the figures that follow.
 *
 * @param indicators the counts of each indicator
 * @param expected each figure by name, {@code points / DM020}; empty when it must not be computable
 */
public record MoneyCase(
    Heading heading,
    String rules,
    long listSize,
    Map<String, Long> registers,
    Map<String, Counts> indicators,
    Map<String, Optional<BigFraction>> expected)
    implements ConformanceCase {
  public MoneyCase {
    registers = Map.copyOf(registers);
    indicators = Map.copyOf(indicators);
    expected = Map.copyOf(expected);
  }

  /** Counts of one indicator; {@code numerator} and {@code denominator} are empty for one that is register-only. */
  public record Counts(long population, Optional<Long> denominator, Optional<Long> numerator) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.money(this);
  }
}
