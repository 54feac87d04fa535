package uk.rubric.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * A figure of the year before by the words that results in CSV give it: what payments look for in a history, and what a
 * history is read for. Immutable and thread-safe.
 *
 * @param output a register, indicator, measure or payment
 * @param measure what of it, such as {@code points}, {@code numerator} or {@code payment}
 * @param level of the organisations that have a measure or payment; empty for what is counted in a practice, of which
 *     an organisation above has the sum
 */
public record PastFigure(String output, String measure, Optional<Level> level) {
  /** The points of an indicator. */
  public static PastFigure points(String indicator) {
    return counted(indicator, "points");
  }

  private static PastFigure counted(String output, String measure) {
    return new PastFigure(output, measure, Optional.empty());
  }

  /**
   * What {@code previous of} a figure asks of a history: one thing; for the points of a table those of each of its
   * indicators; for an achievement its denominator and then its numerator.
   */
  public static List<PastFigure> of(Formula figure, CheckedService service) {
    if (figure instanceof Formula.Measure measure) {
      Level level = service.measure(measure.name()).orElseThrow().each().level();
      return List.of(new PastFigure(measure.name(), "measure", Optional.of(level)));
    }
    if (figure instanceof Formula.Payment pay) {
      Level level = service.pay(pay.name()).orElseThrow().each().level();
      return List.of(new PastFigure(pay.name(), "payment", Optional.of(level)));
    }
    if (figure instanceof Formula.SizeOf size) {
      return List.of(counted(size.population().name(), "count"));
    }
    if (figure instanceof Formula.CountOf count) {
      return List.of(counted(count.indicator(), count.counted().name().toLowerCase(Locale.ROOT)));
    }
    if (figure instanceof Formula.PointsOfIndicator points) {
      return List.of(points(points.indicator()));
    }
    if (figure instanceof Formula.PointsOf table) {
      return rows(service).filter(row -> row.table().equals(table.table()))
          .map(row -> points(row.row().indicator())).toList();
    }
    String indicator = ((Formula.AchievementOf) figure).indicator();
    return List.of(counted(indicator, "denominator"), counted(indicator, "numerator"));
  }

  /** All that the measures, payments and protected points of a service ask. */
  static List<PastFigure> all(CheckedService service) {
    Stream<PastFigure> asked = Stream.concat(
            service.measures().stream().map(m -> FormulaParts.of(m.formula())),
            service.pays().stream().map(FormulaParts::of))
        .flatMap(parts -> parts.formulas().stream())
        .filter(Formula.Previous.class::isInstance)
        .flatMap(previous -> of(((Formula.Previous) previous).figure(), service).stream());
    Stream<PastFigure> frozen =
        rows(service).filter(row -> row.row().isProtected()).map(row -> points(row.row().indicator()));
    return Stream.concat(asked, frozen).distinct().toList();
  }

  private record Row(String table, PointsRow row) {}

  private static Stream<Row> rows(CheckedService service) {
    return service.pointsTables().stream().flatMap(
        (PointsTable table) -> table.rows().stream().map(row -> new Row(table.name(), row)));
  }
}
