package uk.rubric.imports;

import java.util.Optional;

/** One side of a published comparison. */
sealed interface Operand {
  /** What stands around a name: nothing, {@code {X_DAT}} for days or {@code [X_VAL]} for values by day. */
  enum Shape {
    PLAIN,
    DAYS,
    VALUES
  }

  /** A field or a date of the service. */
  record Named(String name, Shape shape) implements Operand {}

  /** {@code PPED – 12 months}; the amount with its sign. */
  record Shifted(Operand base, String sign, String amount, String unit) implements Operand {}

  /** {@code 58}, {@code 17 years}, {@code 140 mmHg}. */
  record Number(String digits, Optional<String> unit) implements Operand {}

  /** {@code 10%}, without the sign. */
  record Percent(String digits) implements Operand {}

  /** {@code 01/04/2013}, as {@code 2013-04-01}. */
  record FixedDay(String date) implements Operand {}

  /** What is absent: stands right of {@code =} and {@code ≠} alone. */
  record Null() implements Operand {}
}
