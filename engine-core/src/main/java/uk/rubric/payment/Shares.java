package uk.rubric.payment;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Division of a whole number of pennies in proportion to weights, by largest remainder: each first gets the whole part
 * of its quota, then those with the largest remainders get one more until nothing is left. Of equal remainders the
 * earlier one goes first. Shares add up to the whole exactly.
 */
final class Shares {
  private Shares() {}

  /**
   * @param weights none below 0
   * @return one share for each weight; nothing when all weights are 0 and there is something to divide
   */
  static Optional<List<BigInteger>> of(BigInteger whole, List<BigFraction> weights) {
    BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
    if (sum.signum() == 0) {
      return whole.signum() == 0 ? Optional.of(weights.stream().map(w -> BigInteger.ZERO).toList()) : Optional.empty();
    }
    return Optional.of(divide(weights.stream().map(w -> w.divide(sum).multiply(whole)).toList(), whole));
  }

  private static List<BigInteger> divide(List<BigFraction> quotas, BigInteger whole) {
    List<BigInteger> shares = new ArrayList<>();
    quotas.forEach(quota -> shares.add(Exact.round(quota, RoundingMode.FLOOR)));
    BigInteger given = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
    // The sort is stable, so equal remainders keep their order.
    IntStream.range(0, quotas.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> quotas.get(i).subtract(shares.get(i))).reversed())
        .limit(whole.subtract(given).longValueExact())
        .toList()
        .forEach(i -> shares.set(i, shares.get(i).add(BigInteger.ONE)));
    return shares;
  }
}
