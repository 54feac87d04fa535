package uk.rubric.evaluate.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  private final Decimals decimals = new Decimals();

  /** Values of all sizes, many of them near each other and near the edges of what fits. */
  @Provide
  Arbitrary<BigDecimal> values() {
    Arbitrary<BigDecimal> any =
        Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-30, 30)).as(BigDecimal::valueOf);
    Arbitrary<BigDecimal> small =
        Combinators.combine(Arbitraries.integers().between(-30, 30), Arbitraries.integers().between(-1, 8))
            .as(BigDecimal::valueOf);
    Arbitrary<BigDecimal> edges =
        Combinators.combine(
                Arbitraries.of(BigInteger.ONE.shiftLeft(62), BigInteger.ONE.shiftLeft(63)),
                Arbitraries.integers().between(-2, 2), Arbitraries.of(-1, 1), Arbitraries.of(6, 7))
            .as((edge, more, sign, scale) ->
                new BigDecimal(edge.add(BigInteger.valueOf(more)).multiply(BigInteger.valueOf(sign)), scale));
    return Arbitraries.oneOf(any, small, edges);
  }

  @Property(tries = 5000)
  void comparesExactly(@ForAll("values") BigDecimal one, @ForAll("values") BigDecimal other) {
    assertThat(Integer.signum(decimals.compare(decimals.of(one), decimals.of(other)))).isEqualTo(one.compareTo(other));
  }

  @Property(tries = 5000)
  void keepsEveryValue(@ForAll("values") BigDecimal value) {
    assertThat(decimals.of(value)).isNotEqualTo(Decimals.MISSING);
    assertThat(decimals.decimal(decimals.of(value))).isEqualByComparingTo(value);
  }

  @Property(tries = 5000)
  void readsDigitsAndPlacesAlike(@ForAll long digits, @ForAll("scales") int scale) {
    BigDecimal value = BigDecimal.valueOf(digits, scale);
    assertThat(decimals.decimal(decimals.of(digits, scale))).isEqualByComparingTo(value);
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(-126, 126);
  }

  @ParameterizedTest
  @CsvSource({"58, 58000000", "58.00000000000, 58000000", "0.000001, 1", "-1E+3, -1000000000", "0E+400, 0"})
  void countsMillionths(BigDecimal value, long millionths) {
    assertThat(Decimals.millionths(value)).isEqualTo(millionths);
  }

  @ParameterizedTest
  @CsvSource({"0.0000001", "1E+14", "1E+400", "1E-400", "4611686018427.387904", "-4611686018427.387904"})
  void findsNoMillionthsForOthers(BigDecimal value) {
    assertThat(Decimals.millionths(value)).isEqualTo(Decimals.MISSING);
  }
}
