package uk.rubric.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a service may come to at the end of its period, in two views: as if nothing more were recorded, and as the year
 * before went on. No part of any income. Immutable.
 *
 * @param asAt the day from which it looks ahead: nothing later is used
 * @param end the last day of the period
 * @param learntFrom the same day a year earlier
 * @param learntTo the last day of the year before
 * @param byEntered whether entries say when they were entered, so that those made later are left out too
 * @param practices by rising practice code
 * @param notCovered indicators that decide entries, which stay as recorded
 */
public record Forecast(
    LocalDate asAt,
    LocalDate end,
    LocalDate learntFrom,
    LocalDate learntTo,
    boolean byEntered,
    List<PracticeForecast> practices,
    List<String> notCovered) {
  public Forecast {
    practices = List.copyOf(practices);
    notCovered = List.copyOf(notCovered);
  }

  /** The same of one practice alone. */
  public Forecast of(String practice) {
    return new Forecast(asAt, end, learntFrom, learntTo, byEntered,
        practices.stream().filter(p -> p.practice().equals(practice)).toList(), notCovered);
  }

  /** Why there is no second view. */
  public enum Lack {
    /** No entry is dated before the year that it would learn from: what that year began with is not in the extract. */
    HISTORY_TOO_SHORT("no entry is dated before the year that it would learn from"),
    /** The year before has hardly any entries beside this one. */
    HISTORY_TOO_THIN("the year that it would learn from has hardly any entries"),
    /** Too few patients a year earlier to learn from. */
    TOO_FEW("too few patients to learn from"),
    /** Nobody is counted now. */
    NOBODY("nobody is in the population");

    private final String words;

    Lack(String words) {
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

  /**
   * One practice.
   *
   * @param history what there was to learn from
   * @param lack why nothing of the practice has a second view; empty when something may have one
   * @param registers in the order of the report
   * @param indicators those with a denominator, in the order of the report
   * @param income empty for a service without payments
   */
  public record PracticeForecast(
      String practice,
      History history,
      Optional<Lack> lack,
      List<RegisterForecast> registers,
      List<IndicatorForecast> indicators,
      Optional<Totals> income) {
    public PracticeForecast {
      registers = List.copyOf(registers);
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * What an extract holds of the year before, of the entries that the rules ask.
   *
   * @param patients who had a registration by the same day a year earlier
   * @param patientsNow who have one by the achievement date
   * @param before entries dated before that year
   * @param then entries of that year up to the same day
   * @param after entries of that year after it
   * @param now entries of this year up to the achievement date
   * @param thin whether there are far fewer than this year would let expect, so that the figures mislead
   */
  public record History(
      long patients, long patientsNow, long before, long then, long after, long now, boolean thin) {}

  /**
   * The count of a register.
   *
   * @param expected empty without a second view
   */
  public record RegisterForecast(String id, long recorded, Optional<Long> expected) {}

  /**
   * One indicator.
   *
   * @param recorded as if nothing more were recorded
   * @param range as last year went on; empty for a lack
   * @param lack why there is no range
   * @param moves what was learnt, and to whom it is applied
   */
  public record IndicatorForecast(
      String id, Standing recorded, Optional<Range> range, Optional<Lack> lack, List<Move> moves) {
    public IndicatorForecast {
      moves = List.copyOf(moves);
    }
  }

  /**
   * What is expected, and between which numbers of achievers the end lies in four of five cases; low and high have the
   * denominator that is expected.
   */
  public record Range(Standing expected, Standing low, Standing high) {}

  /**
   * Denominator and numerator, and what they earn.
   *
   * @param points empty for an indicator without points, or when they are not known
   * @param income its share of a payment; empty likewise
   */
  public record Standing(
      long denominator, long numerator, Optional<BigFraction> points, Optional<BigDecimal> income) {}

  /** How a patient stood for an indicator when the look ahead began. */
  public enum From {
    /** Achieves when nothing more is recorded. */
    ACHIEVED,
    /** In the denominator and not achieved. */
    NOT_ACHIEVED,
    /** Rejected from the denominator. */
    REJECTED,
    /** Known, and not in the population. */
    OUTSIDE,
    /** Not registered yet. */
    NEW;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Where those who stood alike a year earlier came to by the end of that year.
   *
   * @param now how many stand so this year; of those not registered yet as many as then
   * @param then how many stood so a year earlier: the sum of the four that follow
   */
  public record Move(From from, long now, long then, long achieved, long notAchieved, long rejected, long outside) {}

  /**
   * All payments to a practice; each empty when one of them cannot be computed.
   *
   * @param expected empty without a second view of anything
   * @param low with every indicator at its low end, so that the range is wider than that of one
   * @param high with every indicator at its high end
   * @param pending how many payments wait for an answer, and are no part of any of these
   * @param asRecorded indicators without a second view, which stand in all four as recorded
   */
  public record Totals(
      Optional<BigDecimal> recorded,
      Optional<BigDecimal> expected,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      long pending,
      List<String> asRecorded) {
    public Totals {
      asRecorded = List.copyOf(asRecorded);
    }
  }
}
