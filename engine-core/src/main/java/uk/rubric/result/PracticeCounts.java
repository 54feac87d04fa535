package uk.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.syntax.RulesetNode.ReasonKind;

/**
 * The counts of one practice. For an indicator with ladders population = denominator + every rejection, and
 * numerator ≤ denominator.
 *
 * @param listSize registered patients, as the practice's list states or as counted
 * @param listSizeStated whether the list size was stated by the extract
 * @param registers in the order of the report
 * @param indicators in the order of the report
 * @param sizes of all registers and groups, reported or not: what a formula calls {@code size of}
 * @param classes of all classifications, how many patients each label was given to, labels of nobody included
 * @param place what is known of the practice beside its patients
 * @param awaits the evidence without which its patients cannot be decided; while there is any, nothing but the list
 *     size is counted: there are no registers, indicators, sizes and classes
 */
public record PracticeCounts(
    String practice,
    long listSize,
    boolean listSizeStated,
    List<RegisterCount> registers,
    List<IndicatorCount> indicators,
    Map<PopulationId, Long> sizes,
    Map<ClassLabel, Long> classes,
    Place place,
    List<String> awaits) {
  public PracticeCounts {
    awaits = List.copyOf(awaits);
    sizes = Map.copyOf(sizes);
    classes = Map.copyOf(classes);
    registers = List.copyOf(registers);
    indicators = List.copyOf(indicators);
  }

  /** Counts that wait for nothing. */
  public PracticeCounts(
      String practice,
      long listSize,
      boolean listSizeStated,
      List<RegisterCount> registers,
      List<IndicatorCount> indicators,
      Map<PopulationId, Long> sizes,
      Map<ClassLabel, Long> classes,
      Place place) {
    this(practice, listSize, listSizeStated, registers, indicators, sizes, classes, place, List.of());
  }

  /** Counts without classifications, of a practice of which nothing else is known. */
  public PracticeCounts(
      String practice,
      long listSize,
      boolean listSizeStated,
      List<RegisterCount> registers,
      List<IndicatorCount> indicators,
      Map<PopulationId, Long> sizes) {
    this(practice, listSize, listSizeStated, registers, indicators, sizes, Map.of(), Place.UNKNOWN);
  }

  /** The same with another place. */
  public PracticeCounts at(Place other) {
    return new PracticeCounts(practice, listSize, listSizeStated, registers, indicators, sizes, classes, other, awaits);
  }

  /** What is left of the counts when they wait for evidence: the list size. */
  public PracticeCounts awaiting(List<String> evidence) {
    return new PracticeCounts(
        practice, listSize, listSizeStated, List.of(), List.of(), Map.of(), Map.of(), place, evidence);
  }

  /** One label of a classification. */
  public record ClassLabel(PopulationId classification, String label) {}

  /**
   * To which organisations a practice belongs.
   *
   * @param weightedList its list size as weighted for its patients' needs
   */
  public record Place(Optional<String> pcn, Optional<String> icb, Optional<BigDecimal> weightedList) {
    /** Of a practice of which the extract says nothing. */
    public static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The count of a register. */
  public record RegisterCount(String id, long count) {}

  /**
   * The counts of an indicator: of patients, or of entries where it decides each entry of an array.
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

    /** How many have a PCA, general or specific, by the rule that rejected them. */
    public long pcas() {
      return rejected(reason -> reason.kind() != ReasonKind.EXCLUSION);
    }

    /** How many are excluded, by the rule that rejected them. */
    public long exclusions() {
      return rejected(reason -> reason.kind() == ReasonKind.EXCLUSION);
    }

    private long rejected(Predicate<Reason> kind) {
      return rejected.stream().filter(r -> kind.test(r.reason())).mapToLong(Rejected::count).sum();
    }
  }

  /** How many patients one rule rejected, and why. */
  public record Rejected(int rule, Reason reason, long count) {}
}
