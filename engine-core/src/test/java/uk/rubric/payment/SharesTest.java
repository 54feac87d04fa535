package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static Optional<List<BigInteger>> divide(long whole, Integer... weights) {
    return Shares.of(BigInteger.valueOf(whole), List.of(weights).stream().map(BigFraction::of).toList());
  }

  private static List<BigInteger> pennies(Integer... pennies) {
    return List.of(pennies).stream().map(BigInteger::valueOf).toList();
  }

  @Test
  void givesTheLastPennyToTheLargestRemainder() {
    // Quotas 1.4286, 2.8571 and 5.7143: the second has the largest remainder, then the third.
    assertThat(divide(10, 1, 2, 4)).contains(pennies(1, 3, 6));
  }

  @Test
  void givesTheLastPennyToTheEarlierOfEqualRemainders() {
    assertThat(divide(11, 1, 1, 1)).contains(pennies(4, 4, 3));
    assertThat(divide(10, 1, 1, 1)).contains(pennies(4, 3, 3));
  }

  @Test
  void dividesNothingAmongNobody() {
    assertThat(divide(0, 0, 0)).contains(pennies(0, 0));
  }

  @Test
  void doesNotDivideSomethingAmongNobody() {
    assertThat(divide(1, 0, 0)).isEmpty();
  }

  @Property
  void sharesSumToTheWholeAndStayWithinAPennyOfTheirQuota(
      @ForAll @LongRange(min = -1_000_000, max = 100_000_000) long whole,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 40) Integer> weights) {
    int sum = weights.stream().mapToInt(Integer::intValue).sum();
    if (sum == 0) {
      return;
    }
    List<BigInteger> shares =
        Shares.of(BigInteger.valueOf(whole), weights.stream().map(BigFraction::of).toList()).orElseThrow();
    assertThat(shares.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(whole);
    for (int i = 0; i < shares.size(); i++) {
      BigFraction quota = BigFraction.of(whole).multiply(BigFraction.of(weights.get(i), sum));
      assertThat(BigFraction.of(shares.get(i)).subtract(quota).abs()).isLessThan(BigFraction.ONE);
    }
  }
}
