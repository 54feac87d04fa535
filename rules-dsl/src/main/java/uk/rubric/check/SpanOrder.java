package uk.rubric.check;

import java.util.Optional;

/** Compares the bounds of a span as far as the text alone shows their order. */
final class SpanOrder {
  private SpanOrder() {}

  /** Whether nothing lies between the bounds for anyone; false also when that depends on the patient or service. */
  static boolean isEmpty(Operand low, Operand high, boolean bothIncluded) {
    return compare(low, high).map(order -> bothIncluded ? order > 0 : order >= 0).orElse(false);
  }

  private static Optional<Integer> compare(Operand low, Operand high) {
    if (low instanceof Operand.Number a && high instanceof Operand.Number b) {
      return Optional.of(a.number().compareTo(b.number()));
    }
    if (low instanceof Operand.FixedDay a && high instanceof Operand.FixedDay b) {
      return Optional.of(a.date().compareTo(b.date()));
    }
    if (low instanceof Operand.Age a && high instanceof Operand.Age b) {
      return Optional.of(Integer.compare(a.completed(), b.completed()));
    }
    return base(low).equals(base(high)) ? compareMoves(low, high) : Optional.empty();
  }

  private static Operand base(Operand operand) {
    return operand instanceof Operand.Shifted s ? s.base() : operand;
  }

  private static Optional<Integer> compareMoves(Operand low, Operand high) {
    boolean oneUnit =
        !(low instanceof Operand.Shifted a) || !(high instanceof Operand.Shifted b) || a.unit() == b.unit();
    return oneUnit ? Optional.of(Integer.compare(amount(low), amount(high))) : Optional.empty();
  }

  private static int amount(Operand operand) {
    return operand instanceof Operand.Shifted s ? s.amount() : 0;
  }
}
