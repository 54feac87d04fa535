package uk.rubric.forecast;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How many are to be expected in each state when what happened the year before happens again: to those of each origin
 * in the same shares, with as many newcomers. Those who stay among states of one origin stay in their own. Exact.
 */
final class Expectation {
  /** Of an origin with fewer the year before nothing is learnt: who is of it stays as recorded. */
  static final int FEWEST = 5;

  private final Moves moves;

  Expectation(Moves moves) {
    this.moves = moves;
  }

  /** The expected number in a state: parts of patients too. */
  BigFraction of(int state) {
    int own = moves.question().origin(state);
    BigFraction expected = BigFraction.of(moves.moved(moves.newcomers(), state));
    for (int origin = 0; origin < moves.newcomers(); origin++) {
      expected = expected.add(isLearnt(origin) ? learnt(origin, own, state) : staying(origin, own, state));
    }
    return expected;
  }

  /** The same in whole patients, a half rounded up. */
  long whole(int state) {
    return of(state).bigDecimalValue(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Whether there were enough of an origin. */
  boolean isLearnt(int origin) {
    return moves.thenOf(origin) >= FEWEST;
  }

  private BigFraction learnt(int origin, int own, int state) {
    long part = origin == own ? moves.now(state) : moves.nowOf(origin);
    long came = origin == own ? moves.movedTo(origin, own) : moves.moved(origin, state);
    return BigFraction.of(part).multiply(BigFraction.of(came, moves.thenOf(origin)));
  }

  private BigFraction staying(int origin, int own, int state) {
    return origin == own ? BigFraction.of(moves.now(state)) : BigFraction.ZERO;
  }
}
