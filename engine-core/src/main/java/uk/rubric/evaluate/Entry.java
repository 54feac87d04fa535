package uk.rubric.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import uk.rubric.patient.Event;
import uk.rubric.patient.Registration;
import uk.rubric.value.Unit;

/**
 * What a field can pick: a clinical entry, or the start or end of a registration. Immutable.
 *
 * @param event the clinical entry, unless this is of a registration
 * @param registration the registration, unless this is clinical
 */
public record Entry(LocalDate date, Optional<Event> event, Optional<Registration> registration) {
  static Entry of(Event event) {
    return new Entry(event.date(), Optional.of(event), Optional.empty());
  }

  static Entry of(LocalDate date, Registration registration) {
    return new Entry(date, Optional.empty(), Optional.of(registration));
  }

  /** A day of an array. */
  static Entry of(LocalDate date) {
    return new Entry(date, Optional.empty(), Optional.empty());
  }

  /** When it was entered, if that is known. */
  public Optional<LocalDateTime> entered() {
    return event.flatMap(e -> e.detail().entered());
  }

  /** Whether it is the same entry, or belongs together with it. */
  public boolean isLinkedTo(Entry other) {
    return event.isPresent() && other.event.isPresent()
        && (event.get() == other.event.get() || event.get().detail().isLinkedTo(other.event.get().detail()));
  }

  /** The value, if it has one and states no other unit than {@code unit}; without {@code unit} any will do. */
  public Optional<BigDecimal> value(Optional<Unit> unit) {
    return event.flatMap(e -> unit.isPresent() ? e.valueIn(unit.get()) : e.value());
  }
}
