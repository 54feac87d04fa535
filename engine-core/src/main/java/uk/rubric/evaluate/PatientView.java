package uk.rubric.evaluate;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
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
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.value.DateUnit;
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
    contents.put(field.id(), field.definition().accept(new Definitions()));
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
    return condition.accept(new Question(Optional.empty(), looked, decided));
  }

  /**
   * Whether a condition holds.
   *
   * @param entry the one under test, in a {@code where}
   * @param decided what other ladders, which a condition of a rule may ask, have decided
   */
  public boolean holds(Condition condition, Optional<Entry> entry, Decided decided) {
    return condition.accept(new Question(entry, looked, decided));
  }

  /** What other ladders have decided for the patient. */
  @FunctionalInterface
  public interface Decided {
    /** The action of a register, group or classification; empty when it was not asked. */
    Optional<Ladder.Action> by(PopulationId population);
  }

  private static final Decided NOT_YET = population -> {
    throw new IllegalStateException("fields are drawn before ladders decide: " + population);
  };

  /** Whether a condition of a {@code where} holds for one entry. */
  public boolean holds(Condition where, Entry entry) {
    return where.accept(new Question(Optional.of(entry), looked, NOT_YET));
  }

  /** The date, value, age or identifier of an operand, if recorded; {@code entry} is the one under test, if any. */
  public Optional<Comparable<?>> value(Operand operand, Optional<Entry> entry) {
    return operand.accept(new Question(entry, looked, NOT_YET));
  }

  /** The same; {@code decided} is what other ladders, whose labels an operand of a rule may be, have decided. */
  public Optional<Comparable<?>> value(Operand operand, Optional<Entry> entry, Decided decided) {
    return operand.accept(new Question(entry, looked, decided));
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

  private Stream<Entry> entries(ClusterId cluster) {
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

  /** The days of which the latest or earliest few are taken: those that satisfy {@code where} and are spaced, rising. */
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
  private List<LocalDate> entryDays(Selection selection) {
    return entries(selection.source(), selection.where()).map(Entry::date).sorted().toList();
  }

  /** The value that counts of a cluster on a day, in {@code unit}; entries without one are passed over. */
  private Optional<BigDecimal> extreme(Extreme extreme, ClusterId cluster, LocalDate day, Unit unit) {
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

  /** Those entered last, of which there may be several; one of which nobody knows when was entered before all others. */
  private static Stream<Entry> lastEntered(List<Entry> entries) {
    Optional<LocalDateTime> last = entries.stream().flatMap(e -> e.entered().stream()).max(naturalOrder());
    return entries.stream().filter(e -> e.entered().equals(last));
  }

  private static Optional<LocalDate> extreme(boolean latest, Stream<LocalDate> dates) {
    return latest ? dates.max(naturalOrder()) : dates.min(naturalOrder());
  }

  /** How each form of definition gets its content, from fields that are already known. */
  private final class Definitions implements FieldDefinition.Visitor<FieldContent> {
    @Override
    public FieldContent patientId(FieldDefinition.PatientId form) {
      return FieldContent.single(Optional.of(patient.patientId()));
    }

    @Override
    public FieldContent sex(FieldDefinition.Sex form) {
      return FieldContent.single(patient.sex());
    }

    @Override
    public FieldContent ageAt(FieldDefinition.AgeAt form) {
      Optional<LocalDate> day = value(form.day(), Optional.empty()).map(LocalDate.class::cast);
      ChronoUnit unit = form.unit() == DateUnit.MONTHS ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
      return FieldContent.single(
          day.filter(d -> !d.isBefore(patient.born())).map(d -> Math.toIntExact(unit.between(patient.born(), d))));
    }

    @Override
    public FieldContent pick(FieldDefinition.Pick form) {
      Stream<Entry> entries = entries(form.source(), form.where());
      return FieldContent.single(extreme(form.latest(), entries.map(Entry::date)));
    }

    @Override
    public FieldContent allDays(FieldDefinition.AllDays form) {
      return FieldContent.days(Set.copyOf(days(form.selection())));
    }

    @Override
    public FieldContent allEntries(FieldDefinition.AllEntries form) {
      return FieldContent.entries(entryDays(form.selection()));
    }

    @Override
    public FieldContent count(FieldDefinition.Count form) {
      int count = (form.entries() ? entryDays(form.selection()) : days(form.selection())).size();
      return FieldContent.single(Optional.of(BigDecimal.valueOf(count)));
    }

    @Override
    public FieldContent reading(FieldDefinition.Reading form) {
      Optional<LocalDate> day = content(form.on()).date();
      return FieldContent.single(day.flatMap(d -> extreme(form.extreme(), form.cluster(), d, form.unit())));
    }

    @Override
    public FieldContent readingOnEach(FieldDefinition.ReadingOnEach form) {
      Map<LocalDate, BigDecimal> readings = new TreeMap<>();
      for (LocalDate day : content(form.days()).days()) {
        extreme(form.extreme(), form.cluster(), day, form.unit()).ifPresent(value -> readings.put(day, value));
      }
      return FieldContent.readings(readings);
    }

    @Override
    public FieldContent extremeOf(FieldDefinition.ExtremeOf form) {
      Comparator<Comparable<?>> order = Question::compare;
      Stream<Comparable<?>> recorded = form.fields().stream().flatMap(id -> content(id).single().stream());
      return FieldContent.single(form.greatest() ? recorded.max(order) : recorded.min(order));
    }

    @Override
    public FieldContent conditional(FieldDefinition.Conditional form) {
      Operand branch = holds(form.condition(), NOT_YET) ? form.whenTrue() : form.whenFalse();
      return FieldContent.single(value(branch, Optional.empty()));
    }

    @Override
    public FieldContent whether(FieldDefinition.Whether form) {
      return FieldContent.single(Optional.of(holds(form.condition(), NOT_YET)));
    }

    @Override
    public FieldContent element(FieldDefinition.Element form) {
      Map<LocalDate, BigDecimal> readings = content(form.array()).readings();
      return FieldContent.single(content(form.at()).date().map(readings::get));
    }
  }

  /** Conditions and operands, asked of the patient and, within a {@code where}, of one entry. */
  private final class Question implements Condition.Visitor<Boolean>, Operand.Visitor<Optional<Comparable<?>>> {
    private final Optional<Entry> entry;
    private final Map<Operand.Bound, Comparable<?>> looked;
    private final Decided decided;

    /** @param looked the entries of arrays that are looked at */
    Question(Optional<Entry> entry, Map<Operand.Bound, Comparable<?>> looked, Decided decided) {
      this.entry = entry;
      this.looked = looked;
      this.decided = decided;
    }

    @Override
    public Boolean allOf(Condition.AllOf condition) {
      return condition.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(Condition.AnyOf condition) {
      return condition.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean comparison(Condition.Comparison condition) {
      Optional<Comparable<?>> left = condition.left().accept(this);
      Optional<Comparable<?>> right = condition.right().accept(this);
      return left.isPresent()
          && right.isPresent()
          && condition.comparator().holds(compare(left.get(), right.get()));
    }

    @SuppressWarnings("unchecked") // the checker has seen that both sides are of one type
    private static int compare(Comparable<?> left, Comparable<?> right) {
      return ((Comparable<Object>) left).compareTo(right);
    }

    @Override
    public Boolean presence(Condition.Presence condition) {
      return condition.subject().accept(this).isPresent() == condition.recorded();
    }

    @Override
    public Boolean atLeast(Condition.AtLeast condition) {
      return condition.parts().stream().filter(part -> part.accept(this)).count() >= condition.least();
    }

    @Override
    public Boolean noneOf(Condition.NoneOf condition) {
      return condition.parts().stream().noneMatch(part -> part.accept(this));
    }

    @Override
    public Boolean some(Condition.Some condition) {
      return content(condition.entry().array()).elements().stream().anyMatch(element -> {
        Map<Operand.Bound, Comparable<?>> also = new HashMap<>(looked);
        also.put(condition.entry(), element);
        return condition.has().accept(new Question(entry, also, decided));
      });
    }

    @Override
    public Boolean sameEntry(Condition.SameEntry condition) {
      Entry own = entry.orElseThrow();
      return entries(condition.cluster())
          .filter(other -> other.isLinkedTo(own))
          .anyMatch(other -> condition.has().accept(new Question(Optional.of(other), looked, decided)));
    }

    @Override
    public Boolean member(Condition.Member condition) {
      boolean selected = decided.by(condition.population())
          .filter(action -> action.kind() == ActionKind.SELECT)
          .isPresent();
      return selected == condition.in();
    }

    @Override
    public Boolean oneOf(Condition.OneOf condition) {
      return condition.subject().accept(this)
          .map(label -> condition.labels().contains(label) == condition.in())
          .orElse(false);
    }

    @Override
    public Boolean answer(Condition.Answer condition) {
      return condition.subject().accept(this).equals(Optional.of(condition.yes()));
    }

    @Override
    public Optional<Comparable<?>> attained(Operand.Attained operand) {
      return Optional.of(Ages.attained(patient.born(), operand.amount(), operand.unit()));
    }

    @Override
    public Optional<Comparable<?>> count(Operand.Count operand) {
      return Optional.of(BigDecimal.valueOf(content(operand.array()).elements().size()));
    }

    @Override
    public Optional<Comparable<?>> bound(Operand.Bound operand) {
      return Optional.of(looked.get(operand));
    }

    @Override
    public Optional<Comparable<?>> entryEpisode(Operand.EntryEpisode operand) {
      return entry.flatMap(Entry::event).flatMap(event -> event.detail().episode()).map(Function.identity());
    }

    @Override
    public Optional<Comparable<?>> classification(Operand.Classification operand) {
      return decided.by(operand.id()).flatMap(Ladder.Action::label).map(Function.identity());
    }

    @Override
    public Optional<Comparable<?>> field(Operand.Field operand) {
      return content(operand.id()).single();
    }

    @Override
    public Optional<Comparable<?>> day(Operand.Day operand) {
      return Optional.of(plan.day(operand.name()));
    }

    @Override
    public Optional<Comparable<?>> fixedDay(Operand.FixedDay operand) {
      return Optional.of(operand.date());
    }

    @Override
    public Optional<Comparable<?>> number(Operand.Number operand) {
      return Optional.of(operand.number());
    }

    @Override
    public Optional<Comparable<?>> age(Operand.Age operand) {
      return Optional.of(operand.completed());
    }

    @Override
    public Optional<Comparable<?>> shifted(Operand.Shifted operand) {
      return date(operand.base()).map(day -> operand.unit().shift(day, operand.amount()));
    }

    @Override
    public Optional<Comparable<?>> entryDate(Operand.EntryDate operand) {
      return entry.map(Entry::date);
    }

    @Override
    public Optional<Comparable<?>> entryValue(Operand.EntryValue operand) {
      return entry.flatMap(e -> e.value(operand.unit())).map(Function.identity());
    }

    @Override
    public Optional<Comparable<?>> element(Operand.Element operand) {
      Map<LocalDate, BigDecimal> readings = content(operand.array()).readings();
      return date(operand.on()).map(readings::get);
    }

    private Optional<LocalDate> date(Operand operand) {
      return operand.accept(this).map(LocalDate.class::cast);
    }
  }
}
