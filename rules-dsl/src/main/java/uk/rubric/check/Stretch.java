package uk.rubric.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.rubric.syntax.ServiceNode.Every;

/** A part of a service's period, both days included. */
public record Stretch(LocalDate start, LocalDate end) {
  /** The months or quarters of a period, counted from its first day; a year is the whole of it. */
  public static List<Stretch> of(LocalDate start, LocalDate end, Every every) {
    if (every == Every.YEAR) {
      return List.of(new Stretch(start, end));
    }
    int months = every == Every.QUARTER ? 3 : 1;
    List<Stretch> parts = new ArrayList<>();
    for (int i = 0; !start.plusMonths((long) i * months).isAfter(end); i++) {
      LocalDate last = start.plusMonths((i + 1L) * months).minusDays(1);
      parts.add(new Stretch(start.plusMonths((long) i * months), last.isAfter(end) ? end : last));
    }
    return parts;
  }

  /** Whether the other part lies within this one. */
  public boolean contains(Stretch other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }
}
