package uk.rubric.patient;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A registration at one practice.
 *
 * @param end the day it ended, if it did; not before {@code start}
 * @param gms whether it is for general medical services; no rule sees any other
 * @param line the caller's reference, such as its line in a file; 0 for none
 */
public record Registration(LocalDate start, Optional<LocalDate> end, boolean gms, long line) {
  public Registration {
    Objects.requireNonNull(start);
    if (end.isPresent() && end.get().isBefore(start)) {
      throw new IllegalArgumentException("a registration does not end before it starts");
    }
  }
}
