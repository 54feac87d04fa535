package uk.rubric.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.History;
import uk.rubric.result.PracticeCounts.Place;

/**
 * A service, the counts of practices, and the figures that follow.
 *
 * @param at ACHV_DAT, when it is not the end of the period
 * @param practices by their codes
 * @param answers what organisations handed in
 * @param history figures of earlier years
 * @param expected each figure by name, {@code points / DM020}: a fraction in lowest terms, {@code not computable},
 *     {@code pending} or {@code not yet}
 */
public record MoneyCase(
    Heading heading,
    String rules,
    Optional<LocalDate> at,
    Map<String, Practice> practices,
    List<Answer> answers,
    List<History.Entry> history,
    Map<String, String> expected)
    implements ConformanceCase {
  public MoneyCase {
    answers = List.copyOf(answers);
    history = List.copyOf(history);
    expected = Map.copyOf(expected);
  }

  /** What is counted of one practice. */
  public record Practice(
      long listSize, Map<String, Long> registers, Map<String, Counts> indicators,
      Map<String, Map<String, Long>> classes,
      Place place) {
    public Practice {
      registers = Map.copyOf(registers);
      indicators = Map.copyOf(indicators);
      classes = Map.copyOf(classes);
    }
  }

  /** Counts of one indicator; {@code numerator} and {@code denominator} are empty for one that is register-only. */
  public record Counts(long population, Optional<Long> denominator, Optional<Long> numerator) {}

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.money(this);
  }
}
