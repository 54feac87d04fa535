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
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.NoteNode.Kind;

/**
 * Which figures of a service rest on a placeholder, directly or through other figures: such a figure must not be read
 * as final.
 */
final class Placeholders implements Formula.Visitor<Boolean> {
  private final CheckedService service;
  private final LocalDate periodEnd;
  private final Set<String> measures = new HashSet<>();
  private final Set<String> payments = new HashSet<>();

  Placeholders(Plan plan) {
    service = plan.service();
    periodEnd = plan.periodEnd();
    for (Measure measure : service.measures()) {
      if (isPlaceholder(measure.notes()) || measure.formula().accept(this)) {
        measures.add(measure.name());
      }
    }
    for (Pay pay : service.pays()) {
      if (isPlaceholder(pay.notes()) || pay.formula().accept(this)) {
        payments.add(pay.name());
      }
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

  @Override
  public Boolean constant(Formula.Constant formula) {
    return false;
  }

  @Override
  public Boolean parameter(Formula.Parameter formula) {
    return parameter(formula.name());
  }

  @Override
  public Boolean measure(Formula.Measure formula) {
    return measure(formula.name());
  }

  @Override
  public Boolean listSize(Formula.ListSize formula) {
    return false;
  }

  @Override
  public Boolean sizeOf(Formula.SizeOf formula) {
    return false;
  }

  @Override
  public Boolean pointsOf(Formula.PointsOf formula) {
    return table(formula.table());
  }

  @Override
  public Boolean achievementOf(Formula.AchievementOf formula) {
    return false;
  }

  @Override
  public Boolean binary(Formula.Binary formula) {
    return formula.left().accept(this) || formula.right().accept(this);
  }
}
