package uk.rubric.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/**
 * A coded clinical entry.
 *
 * @param date the day it is about
 * @param value if it has one
 * @param unit of the value; empty takes the unit of the rule that reads it
 * @param detail what few rules ask
 * @param line the caller's reference to the entry, such as its line in a file; 0 for none
 */
public record Event(
    LocalDate date, SctId code, Optional<BigDecimal> value, Optional<Unit> unit, EventDetail detail, long line) {
  /** An entry without detail. */
  public Event(LocalDate date, SctId code, Optional<BigDecimal> value, Optional<Unit> unit, long line) {
    this(date, code, value, unit, EventDetail.NONE, line);
  }

  public Event {
    Objects.requireNonNull(date);
    Objects.requireNonNull(code);
    Objects.requireNonNull(value);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(detail);
  }

  /** The value as a rule reads it in {@code asked}: nothing when the entry states another unit. */
  public Optional<BigDecimal> valueIn(Unit asked) {
    return unit.map(asked::equals).orElse(true) ? value : Optional.empty();
  }
}
