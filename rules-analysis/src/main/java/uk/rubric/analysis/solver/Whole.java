package uk.rubric.analysis.solver;

import java.util.OptionalLong;

/**
 * A whole number: an unknown of one {@link Solver} plus a constant, or a constant alone. Immutable.
 *
 * @param unknown the index of the unknown, or {@link #NONE}
 */
public record Whole(int unknown, long offset) {
  static final int NONE = -1;

  public static Whole of(long constant) {
    return new Whole(NONE, constant);
  }

  public Whole plus(long more) {
    return new Whole(unknown, Math.addExact(offset, more));
  }

  /** Its value, when it is the same for all. */
  public OptionalLong constant() {
    return unknown == NONE ? OptionalLong.of(offset) : OptionalLong.empty();
  }
}
