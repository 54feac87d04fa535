package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What further achievers add to a practice's payments and points, exactly as these round.
 *
 * @param pounds empty when no payment of practices depends on the indicators, or one that does cannot be computed
 * @param points empty when no table of points names one of the indicators, or they cannot be computed
 * @param nothing why pounds are none or nil; empty when they are more or less than nil
 */
public record Gain(Optional<BigDecimal> pounds, Optional<BigFraction> points, Optional<Nothing> nothing) {
  /** Why an achiever adds nothing. */
  public enum Nothing {
    /** With the achiever too the lower threshold is not passed. */
    BELOW_LOWER("not yet above the lower threshold"),
    /** The upper threshold is reached without. */
    ABOVE_UPPER("the upper threshold is reached"),
    /** No payment to practices depends on it. */
    NOT_PAID("no payment to practices depends on it"),
    /** A payment that depends on it is pending, not due or not computable. */
    NOT_KNOWN("what depends on it is not known"),
    /** Payments depend on it and come to the same: a cap, a condition, a rounding, or the other of two routes. */
    NO_CHANGE("the payments come to the same");

    private final String words;

    Nothing(String words) {
      this.words = words;
    }

    /** As a reader would say it. */
    public String words() {
      return words;
    }

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
