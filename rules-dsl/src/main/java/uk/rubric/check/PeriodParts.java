package uk.rubric.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.Every;

/** Into what parts the period of a service falls. */
record PeriodParts(Optional<LocalDate> start, Optional<LocalDate> end, Optional<Every> by) {
  private static final int MONTHS_OF_QUARTER = 3;

  /** Of a period as written; without its days when they are wrong. */
  static PeriodParts of(
      Optional<ServiceNode.Period> node, Optional<LocalDate> start, Optional<LocalDate> end, Problems problems) {
    Optional<Every> by = node.flatMap(ServiceNode.Period::by);
    PeriodParts parts = new PeriodParts(start, end, by);
    if (by.isPresent() && start.isPresent() && end.isPresent() && !divides(start.get(), end.get(), by.get())) {
      problems.add(Diagnostic.at(node.get().span(), RuleDiagnostic.UNDIVIDED_PERIOD,
              "the period is not made of whole " + word(by.get()) + "s")
          .withHelp("let it start on the first day of one and end on the last day of one"));
    }
    return parts;
  }

  private static boolean divides(LocalDate start, LocalDate end, Every by) {
    int step = by == Every.QUARTER ? MONTHS_OF_QUARTER : 1;
    LocalDate next = start;
    while (!next.isAfter(end)) {
      next = next.plusMonths(step);
    }
    return start.getDayOfMonth() == 1 && next.equals(end.plusDays(1));
  }

  /** Whether a figure may be for each such part; if not, that is reported. Months make up quarters too. */
  boolean hasPart(Every every, Span place, Problems problems) {
    boolean has = every == Every.YEAR || by.isPresent() && every.compareTo(by.get()) >= 0;
    if (!has) {
      problems.add(Diagnostic.at(place, RuleDiagnostic.UNDIVIDED_PERIOD,
              "the service's period is not divided by " + word(every))
          .withHelp("write `period from … to … by " + word(every) + "`"));
    }
    return has;
  }

  private static String word(Every every) {
    return every.name().toLowerCase(Locale.ROOT);
  }

  /** The last day of each part; none while the period is unknown. */
  List<LocalDate> ends(Every every) {
    return start.isPresent() && end.isPresent()
        ? Stretch.of(start.get(), end.get(), every).stream().map(Stretch::end).toList() : List.of();
  }
}
