package uk.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.Stretch;

/**
 * Points and money of one practice, exact; a report rounds for display.
 *
 * @param indicators in the order of the report
 * @param answered points and money of what is answered by hand, in the order of the tables of points; they have no
 *     patients
 * @param measures what each measure came to, in the order of the service, each part of the period by itself
 * @param payments in the order of the service, likewise
 * @param total of all payments that are known; empty when one of them cannot be computed. What is pending or not yet
 *     due is no part of it
 */
public record PracticeIncome(
    List<IndicatorIncome> indicators,
    List<IndicatorIncome> answered,
    List<Figure> measures,
    List<Figure> payments,
    Optional<BigDecimal> total) {
  public PracticeIncome {
    indicators = List.copyOf(indicators);
    answered = List.copyOf(answered);
    measures = List.copyOf(measures);
    payments = List.copyOf(payments);
  }

  /** Without anything that is answered by hand. */
  public PracticeIncome(
      List<IndicatorIncome> indicators, List<Figure> measures, List<Figure> payments, Optional<BigDecimal> total) {
    this(indicators, List.of(), measures, payments, total);
  }

  /** How many payments wait for an answer. */
  public long pending() {
    return payments.stream().filter(p -> p.state() == State.PENDING).count();
  }

  /** How many payments are not due yet. */
  public long notYet() {
    return payments.stream().filter(p -> p.state() == State.NOT_YET).count();
  }

  /**
   * Points and money of one indicator.
   *
   * @param points earned; empty for an indicator that no table of points names
   * @param available the most that can be earned
   * @param income its share of a payment; empty when none is shared by its points, or it cannot be computed
   * @param patientsToLower fewest further achievers that reach the lower threshold; empty without thresholds and for an
   *     empty denominator
   * @param patientsToUpper likewise for the upper one
   * @param pointsState why the points have no value; known when they have one, and when no table names the indicator
   * @param incomeState likewise of the income
   * @param worth what further achievers would add to the practice's payments; empty when no payment depends on the
   *     indicator, for a register-only one, or when it cannot be computed
   */
  public record IndicatorIncome(
      String id,
      Optional<BigFraction> points,
      Optional<BigDecimal> available,
      Optional<BigDecimal> income,
      OptionalLong patientsToLower,
      OptionalLong patientsToUpper,
      State pointsState,
      State incomeState,
      Optional<Worth> worth) {
    /** An indicator on which no payment depends. */
    public IndicatorIncome(
        String id,
        Optional<BigFraction> points,
        Optional<BigDecimal> available,
        Optional<BigDecimal> income,
        OptionalLong patientsToLower,
        OptionalLong patientsToUpper) {
      this(id, points, available, income, patientsToLower, patientsToUpper, State.KNOWN, State.KNOWN,
          Optional.empty());
    }
  }

  /**
   * What further achievers would add to all payments together, exactly as the payments round.
   *
   * @param next one more of the denominator; empty when all have achieved
   * @param all everyone of the denominator who has not achieved: what is at risk until they have
   */
  public record Worth(Optional<BigDecimal> next, BigDecimal all) {}

  /** How far a figure is known. */
  public enum State {
    /** It is known. */
    KNOWN,
    /** It waits for an evidence or for a figure of the year before; it is not nil. */
    PENDING,
    /** The part of the period that it is for has not ended, or it cannot be measured before a later date. */
    NOT_YET,
    /** It has no value, such as a share of a list of nobody. */
    NOT_COMPUTABLE;

    /** The state of a sum: what never can be known hides what is awaited, and that what time will bring. */
    public State with(State other) {
      return Stream.of(NOT_COMPUTABLE, PENDING, NOT_YET)
          .filter(state -> state == this || state == other)
          .findFirst()
          .orElse(KNOWN);
    }

    /** The word in results. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A named figure, after its declared rounding.
   *
   * @param part of the period that it is for; empty for all of it
   * @param value empty unless it is known
   * @param awaits what a pending figure waits for
   */
  public record Figure(
      String name, Optional<Stretch> part, Optional<BigFraction> value, State state, List<String> awaits) {
    public Figure {
      awaits = List.copyOf(awaits);
    }

    /** A figure for the whole period that is known, or cannot be computed. */
    public Figure(String name, Optional<BigFraction> value) {
      this(name, Optional.empty(), value, value.isPresent() ? State.KNOWN : State.NOT_COMPUTABLE, List.of());
    }
  }
}
