package uk.rubric.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.result.PracticeIncome.State;

/**
 * What a formula comes to: exact when it is known, and else why it is not. Nothing unknown is ever taken for 0.
 *
 * @param number of a known value, else 0
 * @param awaits of a pending value
 */
record Value(State state, BigFraction number, List<String> awaits) {
  static final Value NOT_COMPUTABLE = new Value(State.NOT_COMPUTABLE, BigFraction.ZERO, List.of());
  static final Value NOT_YET = new Value(State.NOT_YET, BigFraction.ZERO, List.of());
  static final Value NIL = of(BigFraction.ZERO);

  Value {
    awaits = List.copyOf(awaits);
  }

  static Value of(BigFraction number) {
    return new Value(State.KNOWN, number, List.of());
  }

  static Value of(long number) {
    return of(Exact.of(number));
  }

  static Value pending(String awaited) {
    return pending(List.of(awaited));
  }

  static Value pending(List<String> awaited) {
    return new Value(State.PENDING, BigFraction.ZERO, awaited);
  }

  /** A number, or one that cannot be computed. */
  static Value ofComputed(Optional<BigFraction> number) {
    return number.map(Value::of).orElse(NOT_COMPUTABLE);
  }

  boolean isKnown() {
    return state == State.KNOWN;
  }

  Optional<BigFraction> known() {
    return isKnown() ? Optional.of(number) : Optional.empty();
  }

  Value map(UnaryOperator<BigFraction> function) {
    return isKnown() ? of(function.apply(number)) : this;
  }

  /** Of two known values their join; else why there is none. */
  Value join(Value other, BinaryOperator<BigFraction> function) {
    return isKnown() && other.isKnown() ? of(function.apply(number, other.number)) : worse(other);
  }

  Value plus(Value other) {
    return join(other, BigFraction::add);
  }

  /**
   * Why two values have no join: what can never be computed goes before what an answer will bring, and that before what
   * time will.
   */
  Value worse(Value other) {
    for (Value each : List.of(this, other)) {
      if (each.state == State.NOT_COMPUTABLE) {
        return each;
      }
    }
    if (state == State.PENDING && other.state == State.PENDING) {
      TreeSet<String> both = new TreeSet<>(awaits);
      both.addAll(other.awaits);
      return new Value(State.PENDING, BigFraction.ZERO, new ArrayList<>(both));
    }
    return state == State.PENDING || other.isKnown() ? this : other.state == State.PENDING || isKnown() ? other : this;
  }
}
