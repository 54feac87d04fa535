package uk.rubric.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;

/** Which figures of the year before a service asks, by the words of results in CSV. */
final class PastFigures {
  /** One figure. */
  record Words(String output, String measure) {}

  private final CheckedService service;

  private PastFigures(CheckedService service) {
    this.service = service;
  }

  static List<Words> of(CheckedService service) {
    PastFigures figures = new PastFigures(service);
    Stream<Formula> asked = Stream.concat(
            service.measures().stream().map(m -> FormulaParts.of(m.formula())),
            service.pays().stream().map(FormulaParts::of))
        .flatMap(parts -> parts.formulas().stream())
        .filter(Formula.Previous.class::isInstance)
        .map(f -> ((Formula.Previous) f).figure());
    Stream<Words> frozen = service.pointsTables().stream()
        .flatMap(t -> t.rows().stream())
        .filter(PointsRow::isProtected)
        .map(row -> new Words(row.indicator(), "points"));
    return Stream.concat(asked.flatMap(figures::words), frozen).distinct().toList();
  }

  private Stream<Words> words(Formula figure) {
    if (figure instanceof Formula.Measure measure) {
      return Stream.of(new Words(measure.name(), "measure"));
    }
    if (figure instanceof Formula.Payment pay) {
      return Stream.of(new Words(pay.name(), "payment"));
    }
    if (figure instanceof Formula.SizeOf size) {
      return Stream.of(new Words(size.population().name(), "count"));
    }
    if (figure instanceof Formula.CountOf count) {
      return Stream.of(new Words(count.indicator(), count.counted().name().toLowerCase(Locale.ROOT)));
    }
    if (figure instanceof Formula.PointsOfIndicator points) {
      return Stream.of(new Words(points.indicator(), "points"));
    }
    if (figure instanceof Formula.PointsOf table) {
      return rows(table.table()).map(row -> new Words(row.indicator(), "points"));
    }
    String indicator = ((Formula.AchievementOf) figure).indicator();
    return Stream.of(new Words(indicator, "denominator"), new Words(indicator, "numerator"));
  }

  private Stream<PointsRow> rows(String table) {
    return service.pointsTables().stream()
        .filter(t -> t.name().equals(table))
        .map(PointsTable::rows)
        .flatMap(List::stream);
  }
}
