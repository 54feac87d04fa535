package uk.rubric.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Formula;

/** What a service says of an indicator's points, so that a report tells "cannot be computed" from "not asked for". */
final class Points {
  private final Map<String, PointsRow> rows = new HashMap<>();
  private final Set<String> paid = new HashSet<>();
  private final Map<String, Formula.Kind> kinds = new HashMap<>();
  private final Map<String, List<String>> blocks = new HashMap<>();

  Points(CheckedService service) {
    for (PointsTable table : service.pointsTables()) {
      table.rows().forEach(row -> rows.putIfAbsent(row.indicator(), row));
      if (service.pays().stream().map(Pay::sharedBy).anyMatch(Optional.of(table.name())::equals)) {
        table.rows().forEach(row -> paid.add(row.indicator()));
      }
    }
    service.measures().forEach((Measure m) -> kinds.put(m.name(), m.kind()));
    service.measures().forEach((Measure m) -> blocks.put(m.name(), m.blocks()));
    service.pays().forEach((Pay p) -> blocks.put(p.name(), p.blocks()));
  }

  /** Whether a table of points names the indicator. */
  boolean hasPoints(String indicator) {
    return rows.containsKey(indicator);
  }

  /** Whether the indicator's points have thresholds. */
  boolean hasThresholds(String indicator) {
    return hasPoints(indicator) && rows.get(indicator).thresholds().isPresent();
  }

  /** Whether a payment is shared by the indicator's points. */
  boolean isPaid(String indicator) {
    return paid.contains(indicator);
  }

  /** The kind of a measure. */
  Formula.Kind kind(String measure) {
    return kinds.getOrDefault(measure, Formula.Kind.NUMBER);
  }

  /** The blocks of formulas that a measure or payment was written with. */
  List<String> blocks(String figure) {
    return blocks.getOrDefault(figure, List.of());
  }
}
