package uk.rubric.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;

/** Which figures of a service can come to something else when the numerator of an indicator does. */
final class Dependencies {
  private final CheckedService service;
  private final Map<String, FormulaParts> parts = new LinkedHashMap<>();
  private final Map<String, Set<String>> indicators = new HashMap<>();

  Dependencies(CheckedService service) {
    this.service = service;
    service.measures().forEach(m -> parts.put(m.name(), FormulaParts.of(m.formula())));
    service.pays().forEach(p -> parts.put(p.name(), FormulaParts.of(p)));
    parts.keySet().forEach(this::indicators);
  }

  /** The names of those figures. */
  Set<String> of(String indicator) {
    Set<String> found = new HashSet<>();
    indicators.forEach((figure, needed) -> {
      if (needed.contains(indicator)) {
        found.add(figure);
      }
    });
    return found;
  }

  private Set<String> indicators(String figure) {
    Set<String> known = indicators.get(figure);
    if (known == null) {
      known = new HashSet<>();
      indicators.put(figure, known);
      if (parts.containsKey(figure)) {
        for (Formula formula : parts.get(figure).formulas()) {
          known.addAll(direct(formula));
        }
      }
    }
    return known;
  }

  private Set<String> direct(Formula formula) {
    if (formula instanceof Formula.Measure measure) {
      return indicators(measure.name());
    }
    if (formula instanceof Formula.Payment payment) {
      return indicators(payment.name());
    }
    if (formula instanceof Formula.AchievementOf achievement) {
      return Set.of(achievement.indicator());
    }
    if (formula instanceof Formula.CountOf count) {
      return Set.of(count.indicator());
    }
    if (formula instanceof Formula.PointsOfIndicator points) {
      return Set.of(points.indicator());
    }
    return formula instanceof Formula.PointsOf points ? rows(points.table()) : Set.of();
  }

  private Set<String> rows(String table) {
    Set<String> rows = new HashSet<>();
    service.pointsTables().stream()
        .filter(t -> t.name().equals(table))
        .forEach(t -> t.rows().forEach(row -> rows.add(row.indicator())));
    return rows;
  }
}
