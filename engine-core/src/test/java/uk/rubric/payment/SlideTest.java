package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;

class SlideTest {
  private static final PointsRow DM020 = ServiceText.row("DM020", "17", "0.35", "0.75");

  private static IndicatorCount count(long numerator, long denominator) {
    return new IndicatorCount("DM020", denominator, Optional.of(new Fraction(denominator, numerator, List.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 0, 1", "34, 100, 0, 1", "35, 100, 0, 1", "36, 100, 17, 40", "55, 100, 17, 2", "74, 100, 663, 40",
    "75, 100, 17, 1", "76, 100, 17, 1", "100, 100, 17, 1", "247, 369, 40069, 2952", "1, 1, 17, 1", "0, 1, 0, 1"
  })
  void slidesFromTheLowerToTheUpperThreshold(long numerator, long denominator, int points, int over) {
    assertThat(Slide.points(DM020, count(numerator, denominator))).contains(expected(points, over));
  }

  private static BigFraction expected(int points, int over) {
    return BigFraction.of(points, over);
  }

  @Test
  void earnsNothingWithAnEmptyDenominator() {
    assertThat(Slide.points(DM020, count(0, 0))).contains(BigFraction.ZERO);
  }

  @Test
  void earnsAllPointsWithoutThresholds() {
    IndicatorCount registerOnly = new IndicatorCount("DM017", 0, Optional.empty());
    assertThat(Slide.points(ServiceText.row("DM017", "6"), registerOnly)).contains(BigFraction.of(6));
  }

  @Test
  void cannotSayThePointsOfAThresholdWithoutADenominator() {
    assertThat(Slide.points(DM020, new IndicatorCount("DM020", 5, Optional.empty()))).isEmpty();
  }

  @Test
  void findsNobodyToReachAThresholdOfAnEmptyDenominator() {
    assertThat(Slide.patientsTo(new BigDecimal("0.35"), new Fraction(0, 0, List.of()))).isEmpty();
  }

  @Property
  void patientsToAThresholdAreTheFewestThatReachIt(
      @ForAll @IntRange(min = 1, max = 400) int denominator,
      @ForAll @IntRange(max = 400) int achievers,
      @ForAll @IntRange(max = 1000) int perMille) {
    int numerator = achievers % (denominator + 1);
    long fewest = 0;
    while ((numerator + fewest) * 1000 < (long) perMille * denominator) {
      fewest++;
    }
    OptionalLong found =
        Slide.patientsTo(BigDecimal.valueOf(perMille, 3), new Fraction(denominator, numerator, List.of()));
    assertThat(found).hasValue(fewest);
  }

  @Property
  void oneMoreAchieverNeverLosesPoints(
      @ForAll @IntRange(min = 1, max = 2000) int denominator,
      @ForAll @IntRange(max = 2000) int achievers,
      @ForAll @IntRange(max = 98) int lower,
      @ForAll @IntRange(min = 1, max = 99) int range) {
    int numerator = achievers % denominator;
    int upper = Math.min(100, lower + range);
    PointsRow row = ServiceText.row("DM020", "17", percent(lower), percent(upper));
    BigFraction before = Slide.points(row, count(numerator, denominator)).orElseThrow();
    BigFraction after = Slide.points(row, count(numerator + 1, denominator)).orElseThrow();
    assertThat(after).isGreaterThanOrEqualTo(before);
    assertThat(after).isBetween(BigFraction.ZERO, BigFraction.of(17));
  }

  private static String percent(int percent) {
    return BigDecimal.valueOf(percent, 2).toString();
  }
}
