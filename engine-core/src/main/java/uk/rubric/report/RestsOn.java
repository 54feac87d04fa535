package uk.rubric.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.check.Note;
import uk.rubric.plan.NotedLadders;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.NoteNode.Kind;

/**
 * Which figures of a result rest on something that carries a note of one kind, directly, through the rules that decide
 * whom they count, or through other figures. What rests on a placeholder must not be read as final.
 */
final class RestsOn {
  /** The kinds that results tell of each figure. */
  private static final List<Kind> TOLD = List.of(Kind.PLACEHOLDER, Kind.RECONSTRUCTED);

  private final Kind kind;
  private final Plan plan;
  private final CheckedService service;
  private final LocalDate periodEnd;
  private final NotedLadders ladders;
  private final Set<String> measures = new HashSet<>();
  private final Set<String> payments = new HashSet<>();

  private RestsOn(Plan plan, Kind kind) {
    this.kind = kind;
    this.plan = plan;
    service = plan.service();
    periodEnd = plan.periodEnd();
    ladders = NotedLadders.of(plan, kind);
    // A measure may rest on a payment, and that on other measures, wherever they stand.
    int before;
    do {
      before = measures.size() + payments.size();
      service.measures().forEach(this::mark);
      service.pays().forEach(this::mark);
    } while (measures.size() + payments.size() > before);
  }

  /** What rests on a placeholder. */
  static RestsOn placeholder(Plan plan) {
    return new RestsOn(plan, Kind.PLACEHOLDER);
  }

  /** What rests on each of the kinds that results tell of. */
  static List<RestsOn> told(Plan plan) {
    return TOLD.stream().map(kind -> new RestsOn(plan, kind)).toList();
  }

  /** The words of those kinds on which a figure rests. */
  static List<String> words(List<RestsOn> told, Predicate<RestsOn> figure) {
    return told.stream().filter(figure).map(rests -> rests.kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  private void mark(Measure measure) {
    if (isNoted(measure.notes()) || rests(FormulaParts.of(measure.formula()))) {
      measures.add(measure.name());
    }
  }

  private void mark(Pay pay) {
    if (isNoted(pay.notes()) || rests(FormulaParts.of(pay))) {
      payments.add(pay.name());
    }
  }

  private boolean isNoted(List<Note> notes) {
    return notes.stream().anyMatch(note -> note.kind() == kind);
  }

  /** The count of a register. */
  boolean register(String id) {
    return outputs(id, true).anyMatch(output -> any(output.population()));
  }

  /** The labels of a classification. */
  boolean classification(PopulationId id) {
    return ladders.has(id);
  }

  /** Population, denominator, numerator and rejections of an indicator. */
  boolean counts(String id) {
    return outputs(id, false)
        .anyMatch(output -> any(output.population()) || any(output.denominator()) || any(output.numerator()));
  }

  private Stream<Output> outputs(String id, boolean register) {
    return plan.outputs().stream().filter(output -> output.register() == register && output.id().equals(id));
  }

  private boolean any(OptionalInt ladder) {
    return ladder.stream().anyMatch(ladders::has);
  }

  boolean parameter(String name) {
    return service.parameters().stream()
        .filter(p -> p.name().equals(name))
        .flatMap(p -> p.on(periodEnd).stream())
        .anyMatch(value -> isNoted(value.notes()));
  }

  boolean measure(String name) {
    return measures.contains(name);
  }

  boolean payment(String name) {
    return payments.contains(name);
  }

  /** Whether a total of all payments does. */
  boolean total() {
    return !payments.isEmpty();
  }

  /** The points that an indicator earned. */
  boolean points(String indicator) {
    return service.pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .anyMatch(row -> row.indicator().equals(indicator) && points(row));
  }

  /** Points without thresholds are earned by keeping a register, and protected ones were earned the year before. */
  private boolean points(PointsRow row) {
    boolean byAchievement = row.thresholds().isPresent() && !row.isProtected();
    return isNoted(row.notes()) || byAchievement && counts(row.indicator());
  }

  /** Whether a payment that is shared by the indicator's points does, or the points of any that share it. */
  boolean income(String indicator) {
    return service.pays().stream()
        .filter(pay -> pay.sharedBy().stream().anyMatch(table -> names(table, indicator)))
        .anyMatch(pay -> payment(pay.name()) || table(pay.sharedBy().orElseThrow()));
  }

  /** What further achievers would add: to the payment that is shared by its points, or to whichever depends on it. */
  boolean worth(String indicator) {
    boolean shared = service.pays().stream()
        .anyMatch(pay -> pay.sharedBy().stream().anyMatch(table -> names(table, indicator)));
    return counts(indicator) || (shared ? income(indicator) : total());
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
        .anyMatch(rows -> rows.stream().anyMatch(this::points));
  }

  private boolean rests(FormulaParts parts) {
    return parts.formulas().stream().anyMatch(this::rests)
        || parts.classifications().stream().anyMatch(ladders::has)
        || parts.evidence().stream().anyMatch(this::evidence);
  }

  private boolean rests(Formula part) {
    return part instanceof Formula.Parameter parameter && parameter(parameter.name())
        || part instanceof Formula.Measure measure && measure(measure.name())
        || part instanceof Formula.Payment payment && payment(payment.name())
        || part instanceof Formula.PointsOf points && table(points.table())
        || part instanceof Formula.PointsOfIndicator row && points(row.indicator())
        || restsOnCounts(part);
  }

  private boolean restsOnCounts(Formula part) {
    return part instanceof Formula.SizeOf size && ladders.has(size.population())
        || part instanceof Formula.SizeOfClass given && ladders.has(given.classification())
        || part instanceof Formula.AchievementOf achievement && counts(achievement.indicator())
        || part instanceof Formula.CountOf count && counts(count.indicator());
  }

  private boolean evidence(String name) {
    return service.evidence(name).map(e -> isNoted(e.notes())).orElse(false);
  }
}
