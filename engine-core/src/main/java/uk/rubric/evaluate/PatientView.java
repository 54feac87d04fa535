package uk.rubric.evaluate;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition.Keep;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Ladder;
import uk.rubric.check.Operand;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.Unit;

/**
 * One patient as the rules of a plan see them: what each field holds and whether a condition holds. This is the meaning
 * of the language, written to be read; nothing in it is done for speed. Not thread-safe.
 */
public final class PatientView {
  private final Plan plan;
  private final PatientRecord patient;
  private final Map<FieldId, FieldContent> contents = new HashMap<>();
  private final Map<Operand.Bound, Comparable<?>> looked = new HashMap<>();

  /** Works out every field of patients, in the order of the plan. */
  public PatientView(Plan plan, PatientRecord patient) {
    this.plan = plan;
    this.patient = patient;
    plan.fields().subList(0, plan.patientFields()).forEach(this::draw);
  }

  /** The same patient with one entry of a unit's array looked at, and the fields that are drawn for it. */
  public PatientView lookingAt(PlannedEach each, LocalDate entry) {
    return new PatientView(this, each, entry);
  }

  private PatientView(PatientView whole, PlannedEach each, LocalDate entry) {
    plan = whole.plan;
    patient = whole.patient;
    contents.putAll(whole.contents);
    looked.put(new Operand.Bound(each.array().name(), each.array()), entry);
    each.fields().forEach(this::draw);
  }

  /** The same patient with one entry of an array looked at, its day or its value, as within {@code some}. */
  public PatientView lookingAt(Operand.Bound entry, Comparable<?> element) {
    return new PatientView(this, entry, element);
  }

  private PatientView(PatientView whole, Operand.Bound entry, Comparable<?> element) {
    plan = whole.plan;
    patient = whole.patient;
    contents.putAll(whole.contents);
    looked.putAll(whole.looked);
    looked.put(entry, element);
  }

  private void draw(CheckedField field) {
    contents.put(field.id(), field.definition().accept(new Definitions(this)));
  }

  PatientRecord patient() {
    return patient;
  }

  Plan plan() {
    return plan;
  }

  /** What a field of the plan holds. */
  public FieldContent content(FieldId field) {
    return contents.get(field);
  }

  /** Whether a condition of a rule holds. */
  public boolean holds(Condition condition) {
    return holds(condition, population -> {
      throw new IllegalArgumentException("asked without outcomes: " + population);
    });
  }

  /**
   * Whether a condition of a rule holds.
   *
   * @param decided what other ladders, which the condition may ask, have decided
   */
  public boolean holds(Condition condition, Decided decided) {
    return condition.accept(new Question(this, Optional.empty(), looked, decided));
  }

  /**
   * Whether a condition holds.
   *
   * @param entry the one under test, in a {@code where}
   * @param decided what other ladders, which a condition of a rule may ask, have decided
   */
  public boolean holds(Condition condition, Optional<Entry> entry, Decided decided) {
    return condition.accept(new Question(this, entry, looked, decided));
  }

  /** What other ladders have decided for the patient. */
  @FunctionalInterface
  public interface Decided {
    /** The action of a register, group or classification; empty when it was not asked. */
    Optional<Ladder.Action> by(PopulationId population);
  }

  static final Decided NOT_YET = population -> {
    throw new IllegalStateException("fields are drawn before ladders decide: " + population);
  };

  /** Whether a condition of a {@code where} holds for one entry. */
  public boolean holds(Condition where, Entry entry) {
    return where.accept(new Question(this, Optional.of(entry), looked, NOT_YET));
  }

  /** The date, value, age or identifier of an operand, if recorded; {@code entry} is the one under test, if any. */
  public Optional<Comparable<?>> value(Operand operand, Optional<Entry> entry) {
    return operand.accept(new Question(this, entry, looked, NOT_YET));
  }

  /** The same; {@code decided} is what other ladders, whose labels an operand of a rule may be, have decided. */
  public Optional<Comparable<?>> value(Operand operand, Optional<Entry> entry, Decided decided) {
    return operand.accept(new Question(this, entry, looked, decided));
  }

  /** All that rules see of a source, in no order. The achievement date is the horizon of clinical entries alone. */
  public Stream<Entry> entries(Source source) {
    if (source instanceof Source.Array array) {
      FieldContent content = content(array.id());
      return Stream.of(content.days().stream(), content.entries().stream(), content.readings().keySet().stream())
          .flatMap(days -> days).map(Entry::of);
    }
    if (source instanceof Source.Cluster cluster) {
      return entries(cluster.id());
    }
    Stream<Registration> gms = patient.registrations().stream().filter(Registration::gms);
    return source instanceof Source.Registration
        ? gms.map(r -> Entry.of(r.start(), r))
        : gms.flatMap(r -> r.end().stream().map(end -> Entry.of(end, r)));
  }

  /** The entries of a code cluster up to the achievement date, in no order. */
  Stream<Entry> entries(ClusterId cluster) {
    return patient.events().stream()
        .filter(event -> !event.date().isAfter(plan.achievementDate()))
        .filter(event -> plan.clusters().get(cluster).codes().contains(event.code().value()))
        .map(Entry::of);
  }

  /** Those entries of a source that satisfy {@code where}. */
  public Stream<Entry> entries(Source source, Optional<Condition> where) {
    return entries(source).filter(entry -> where.map(condition -> holds(condition, entry)).orElse(true));
  }

  /** The days that are taken of a source, rising. */
  public List<LocalDate> days(Selection selection) {
    return keep(selection.keep(), spacedDays(selection));
  }

  /**
   * The days of which the latest or earliest few are taken: those that satisfy {@code where} and are spaced, rising.
   */
  public List<LocalDate> spacedDays(Selection selection) {
    List<LocalDate> days =
        entries(selection.source(), selection.where()).map(Entry::date).distinct().sorted().toList();
    return selection.spacing().isPresent() ? spaced(days, selection.spacing().getAsInt()) : days;
  }

  /** From the earliest on, each day that is at least {@code apart} days after the last that was taken. */
  private static List<LocalDate> spaced(List<LocalDate> days, int apart) {
    List<LocalDate> taken = new ArrayList<>();
    for (LocalDate day : days) {
      if (taken.isEmpty() || !day.isBefore(taken.get(taken.size() - 1).plusDays(apart))) {
        taken.add(day);
      }
    }
    return taken;
  }

  private static List<LocalDate> keep(Optional<Keep> keep, List<LocalDate> days) {
    int number = keep.map(k -> Math.min(k.number(), days.size())).orElse(days.size());
    boolean latest = keep.map(Keep::latest).orElse(false);
    return latest ? days.subList(days.size() - number, days.size()) : days.subList(0, number);
  }

  /** The day of each entry that is taken of a source, rising. */
  List<LocalDate> entryDays(Selection selection) {
    return entries(selection.source(), selection.where()).map(Entry::date).sorted().toList();
  }

  /** The value that counts of a cluster on a day, in {@code unit}; entries without one are passed over. */
  Optional<BigDecimal> extreme(Extreme extreme, ClusterId cluster, LocalDate day, Unit unit) {
    Stream<BigDecimal> values =
        counting(extreme, cluster, day, unit).map(entry -> entry.value(Optional.of(unit)).orElseThrow());
    return extreme.isHighest() ? values.max(naturalOrder()) : values.min(naturalOrder());
  }

  /** The entries of a day among which the highest or lowest value counts: all that have one, or those entered last. */
  public Stream<Entry> counting(Extreme extreme, ClusterId cluster, LocalDate day, Unit unit) {
    List<Entry> entries = entries(cluster)
        .filter(entry -> entry.date().equals(day) && entry.value(Optional.of(unit)).isPresent())
        .toList();
    return extreme.isLastEntered() ? lastEntered(entries) : entries.stream();
  }

  /**
   * Those entered last, of which there may be several; one of which nobody knows when was entered before all others.
   */
  private static Stream<Entry> lastEntered(List<Entry> entries) {
    Optional<LocalDateTime> last = entries.stream().flatMap(e -> e.entered().stream()).max(naturalOrder());
    return entries.stream().filter(e -> e.entered().equals(last));
  }
}
