package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.syntax.RulesetNode.ReasonKind;

/** What achievers are worth, against payments reckoned from other counts. */
class GainsProperties {
  private static final Rejected DISSENT = new Rejected(5, new Reason("DISSENT", ReasonKind.PCA_GENERAL, ""), 3);
  private static final Achiever FIRST = new Achiever("DM020", Optional.empty());
  private static final Achiever SECOND = new Achiever("DM033", Optional.empty());
  private static final Achiever EXCEPTED = new Achiever("DM033", Optional.of(DISSENT));

  /** Two indicators that share a payment, one measured by another, and a payment for both together. */
  private static final Payments PAYMENTS = RuleText.payments(
      RuleText.ruleset("DM", "DM_REG", "DM017", "DM020", "DM033") + """
          service S {
            period from 2025-04-01 to 2026-03-31
            day ACHV_DAT = run date
            use DM version 1.0
            parameter POINT_VALUE = £225.49
            points DM {
              DM017: 6
              DM020: 17 from 35% to 75%
              DM033: 10 from 20% to 50%
            }
            measure BETTER per practice = highest of (achievement of DM020, achievement of DM033)
            pay TABLE per practice = points of DM * POINT_VALUE rounded half up to £0.01 shared by points of DM
            pay BOTH per practice = slide(BETTER, 50%, 60%) * £1000 rounded half even to £0.01
            pay ITEMS per practice = lowest of (numerator of DM020, 40 patients) * £10.06 - pcas of DM033 * £1
              rounded down to £0.01
          }
          """);

  private static PracticeCounts counts(int denominator, int first, int second) {
    PracticeCounts counts = new CountsOf(9000)
        .register("DM", "DM_REG", denominator)
        .registerOnly("DM017", denominator)
        .indicator("DM020", first % denominator, denominator)
        .counts();
    List<IndicatorCount> indicators = new java.util.ArrayList<>(counts.indicators());
    indicators.add(new IndicatorCount("DM033", denominator + 3,
        Optional.of(new Fraction(denominator, second % denominator, List.of(DISSENT)))));
    return new PracticeCounts("A81001", 9000, true, counts.registers(), indicators, counts.sizes());
  }

  private static BigDecimal total(PracticeCounts counts) {
    return PAYMENTS.income(counts).total().orElseThrow();
  }

  private static Gains gains(PracticeCounts counts) {
    return PAYMENTS.gains(Ledger.of(List.of(counts)));
  }

  private static BigDecimal pounds(Gain gain) {
    return gain.pounds().orElseThrow();
  }

  @Property
  void areTheDifferenceOfTwoTotals(
      @ForAll @IntRange(min = 1, max = 90) int denominator, @ForAll @IntRange(max = 89) int first,
      @ForAll @IntRange(max = 89) int second) {
    PracticeCounts counts = counts(denominator, first, second);
    for (List<Achiever> achievers :
        List.of(List.of(FIRST), List.of(SECOND), List.of(EXCEPTED), List.of(FIRST, SECOND), List.of(FIRST, EXCEPTED))) {
      assertThat(pounds(gains(counts).of(counts, achievers)))
          .isEqualByComparingTo(total(Achiever.in(counts, achievers)).subtract(total(counts)));
    }
  }

  @Property
  void addUpAlongAPath(
      @ForAll @IntRange(min = 1, max = 90) int denominator, @ForAll @IntRange(max = 89) int first,
      @ForAll @IntRange(max = 89) int second) {
    PracticeCounts counts = counts(denominator, first, second);
    PracticeCounts between = Achiever.in(counts, List.of(FIRST));
    Gains gains = gains(counts);
    Gain whole = gains.of(counts, List.of(FIRST, EXCEPTED));
    Gain one = gains.of(counts, List.of(FIRST));
    Gain two = gains.of(between, List.of(EXCEPTED));
    assertThat(pounds(whole)).isEqualByComparingTo(pounds(one).add(pounds(two)));
    assertThat(whole.points().orElseThrow())
        .isEqualTo(one.points().orElseThrow().add(two.points().orElseThrow()));
  }

  @Example
  void tellWhyTheyAreNothing() {
    PracticeCounts low = counts(90, 5, 0);
    assertThat(gains(low).of(low, List.of(SECOND)).nothing()).hasValue(Gain.Nothing.BELOW_LOWER);
    PracticeCounts high = counts(90, 5, 80);
    assertThat(gains(high).of(high, List.of(SECOND)).nothing()).hasValue(Gain.Nothing.ABOVE_UPPER);
    assertThat(gains(high).of(high, List.of(SECOND)).points()).hasValue(BigFraction.ZERO);
  }
}
