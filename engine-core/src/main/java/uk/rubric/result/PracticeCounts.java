package uk.rubric.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedRuleset.Reason;

/**
 * The counts of one practice. For an indicator with ladders population = denominator + every rejection, and
 * numerator ≤ denominator.
 *
 * @param listSize registered patients, as the practice's list states or as counted
 * @param listSizeStated whether the list size was stated by the extract
 * @param registers in the order of the report
 * @param indicators in the order of the report
 * @param sizes of all registers and groups, reported or not: what a formula calls {@code size of}
 */
public record PracticeCounts(
    String practice,
    long listSize,
    boolean listSizeStated,
    List<RegisterCount> registers,
    List<IndicatorCount> indicators,
    Map<PopulationId, Long> sizes) {
  public PracticeCounts {
    sizes = Map.copyOf(sizes);
    registers = List.copyOf(registers);
    indicators = List.copyOf(indicators);
  }

  /** The count of a register. */
  public record RegisterCount(String id, long count) {}

  /**
   * The counts of an indicator.
   *
   * @param fraction empty for a register-only indicator
   */
  public record IndicatorCount(String id, long population, Optional<Fraction> fraction) {}

  /**
   * Denominator, numerator and why the others of the population are not in.
   *
   * @param rejected by rising rule number; none with a count of 0
   */
  public record Fraction(long denominator, long numerator, List<Rejected> rejected) {
    public Fraction {
      rejected = List.copyOf(rejected);
      if (numerator > denominator) {
        throw new IllegalArgumentException("the numerator lies within the denominator");
      }
    }
  }

  /** How many patients one rule rejected, and why. */
  public record Rejected(int rule, Reason reason, long count) {}
}
