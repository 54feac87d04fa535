package uk.rubric.check;

import java.util.Optional;
import uk.rubric.check.Formula.Kind;

/** Which kinds of figures arithmetic joins, and into what. */
final class FormulaKinds {
  private FormulaKinds() {}

  /** A kind as a message says it. */
  static String words(Kind kind) {
    return switch (kind) {
      case NUMBER -> "a number";
      case RATIO -> "a percentage";
      case PATIENTS -> "patients";
      case POINTS -> "points";
      case MONEY -> "money";
      case DATE -> "a date";
    };
  }

  /** What two kinds joined by an operator are; empty when they are not joined so. */
  static Optional<Kind> join(Kind left, char operator, Kind right) {
    if (left == Kind.DATE || right == Kind.DATE) {
      return Optional.empty();
    }
    return switch (operator) {
      case '*' -> product(left, right);
      case '/' -> quotient(left, right);
      default -> like(left, right);
    };
  }

  /** The kind of two that can be added or compared: a plain number goes with patients and with percentages. */
  static Optional<Kind> like(Kind left, Kind right) {
    if (left == right) {
      return Optional.of(left);
    }
    if (left == Kind.NUMBER && isCountOrRatio(right)) {
      return Optional.of(right);
    }
    return right == Kind.NUMBER && isCountOrRatio(left) ? Optional.of(left) : Optional.empty();
  }

  private static boolean isCountOrRatio(Kind kind) {
    return kind == Kind.RATIO || kind == Kind.PATIENTS;
  }

  private static boolean isScalar(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.RATIO;
  }

  private static Optional<Kind> product(Kind left, Kind right) {
    if (isScalar(left)) {
      return Optional.of(isScalar(right) && left != right ? Kind.NUMBER : right);
    }
    if (isScalar(right)) {
      return Optional.of(left);
    }
    if (left == right) {
      return Optional.empty();
    }
    return Optional.of(left == Kind.MONEY || right == Kind.MONEY ? Kind.MONEY : Kind.POINTS);
  }

  private static Optional<Kind> quotient(Kind left, Kind right) {
    if (isScalar(right)) {
      return Optional.of(left);
    }
    if (left == right) {
      return Optional.of(Kind.RATIO);
    }
    boolean perPatient = right == Kind.PATIENTS && left != Kind.PATIENTS;
    return perPatient || left == Kind.MONEY ? Optional.of(left) : Optional.empty();
  }
}
