package uk.rubric.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.NoteNode.Kind;

/**
 * Which figures of a service rest on a placeholder, directly or through other figures: such a figure must not be read
 * as final.
 */
final class Placeholders {
  private final CheckedService service;
  private final LocalDate periodEnd;
  private final Set<String> measures = new HashSet<>();
  private final Set<String> payments = new HashSet<>();

  Placeholders(Plan plan) {
    service = plan.service();
    periodEnd = plan.periodEnd();
    // A measure may rest on a payment, and that on other measures, wherever they stand.
    int before;
    do {
      before = measures.size() + payments.size();
      service.measures().forEach(this::mark);
      service.pays().forEach(this::mark);
    } while (measures.size() + payments.size() > before);
  }

  private void mark(Measure measure) {
    if (isPlaceholder(measure.notes()) || rests(FormulaParts.of(measure.formula()))) {
      measures.add(measure.name());
    }
  }

  private void mark(Pay pay) {
    if (isPlaceholder(pay.notes()) || rests(FormulaParts.of(pay))) {
      payments.add(pay.name());
    }
  }

  private static boolean isPlaceholder(List<Note> notes) {
    return notes.stream().anyMatch(note -> note.kind() == Kind.PLACEHOLDER);
  }

  boolean parameter(String name) {
    return service.parameters().stream()
        .filter(p -> p.name().equals(name))
        .flatMap(p -> p.on(periodEnd).stream())
        .anyMatch(value -> isPlaceholder(value.notes()));
  }

  boolean measure(String name) {
    return measures.contains(name);
  }

  boolean payment(String name) {
    return payments.contains(name);
  }

  /** Whether a total of all payments rests on one. */
  boolean total() {
    return !payments.isEmpty();
  }

  /** Whether an indicator's points or thresholds do. */
  boolean points(String indicator) {
    return service.pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .anyMatch(row -> row.indicator().equals(indicator) && isPlaceholder(row.notes()));
  }

  /** Whether a payment that is shared by the indicator's points does, or the points of any that share it. */
  boolean income(String indicator) {
    return service.pays().stream()
        .filter(pay -> pay.sharedBy().stream().anyMatch(table -> names(table, indicator)))
        .anyMatch(pay -> payment(pay.name()) || table(pay.sharedBy().orElseThrow()));
  }

  private boolean names(String table, String indicator) {
    return service.pointsTables().stream()
        .filter(t -> t.name().equals(table))
        .anyMatch(t -> t.rows().stream().anyMatch(row -> row.indicator().equals(indicator)));
  }

  private boolean table(String name) {
    return service.pointsTables().stream()
        .filter(table -> table.name().equals(name))
        .map(PointsTable::rows)
        .anyMatch(rows -> rows.stream().anyMatch(row -> isPlaceholder(row.notes())));
  }

  private boolean rests(FormulaParts parts) {
    return parts.formulas().stream().anyMatch(this::isPlaceholder) || parts.evidence().stream().anyMatch(this::evidence);
  }

  private boolean isPlaceholder(Formula part) {
    return part instanceof Formula.Parameter parameter && parameter(parameter.name())
        || part instanceof Formula.Measure measure && measure(measure.name())
        || part instanceof Formula.Payment payment && payment(payment.name())
        || part instanceof Formula.PointsOf points && table(points.table())
        || part instanceof Formula.PointsOfIndicator points && points(points.indicator());
  }

  private boolean evidence(String name) {
    return service.evidence(name).map(e -> isPlaceholder(e.notes())).orElse(false);
  }
}
