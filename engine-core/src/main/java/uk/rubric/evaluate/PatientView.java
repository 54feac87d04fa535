package uk.rubric.evaluate;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
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

  /** Works out every field, in the order of the plan. */
  public PatientView(Plan plan, PatientRecord patient) {
    this.plan = plan;
    this.patient = patient;
    Definitions definitions = new Definitions();
    for (CheckedField field : plan.fields()) {
      contents.put(field.id(), field.definition().accept(definitions));
    }
  }

  /** What a field of the plan holds. */
  public FieldContent content(FieldId field) {
    return contents.get(field);
  }

  /** Whether a condition of a rule holds. */
  public boolean holds(Condition condition) {
    return condition.accept(new Question(Optional.empty()));
  }

  /** Whether a condition of a {@code where} holds for one entry. */
  public boolean holds(Condition where, Entry entry) {
    return where.accept(new Question(Optional.of(entry)));
  }

  /** The date, value, age or identifier of an operand, if recorded; {@code entry} is the one under test, if any. */
  public Optional<Comparable<?>> value(Operand operand, Optional<Entry> entry) {
    return operand.accept(new Question(entry));
  }

  /** All that rules see of a source, in no order. The achievement date is the horizon of clinical entries alone. */
  public Stream<Entry> entries(Source source) {
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

  /** The value that counts of a cluster on a day, in {@code unit}; entries without one are passed over. */
  private Optional<BigDecimal> extreme(Extreme extreme, ClusterId cluster, LocalDate day, Unit unit) {
    Stream<BigDecimal> values =
        entries(cluster)
            .filter(entry -> entry.date().equals(day))
            .flatMap(entry -> entry.value(Optional.of(unit)).stream());
    return extreme == Extreme.HIGHEST ? values.max(naturalOrder()) : values.min(naturalOrder());
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
    public FieldContent ageAt(FieldDefinition.AgeAt form) {
      Optional<LocalDate> day = value(form.day(), Optional.empty()).map(LocalDate.class::cast);
      return FieldContent.single(
          day.filter(d -> !d.isBefore(patient.born()))
              .map(d -> Math.toIntExact(ChronoUnit.YEARS.between(patient.born(), d))));
    }

    @Override
    public FieldContent pick(FieldDefinition.Pick form) {
      Stream<Entry> entries = entries(form.source(), form.where());
      return FieldContent.single(extreme(form.latest(), entries.map(Entry::date)));
    }

    @Override
    public FieldContent allDays(FieldDefinition.AllDays form) {
      Stream<Entry> entries = entries(form.source(), form.where());
      return FieldContent.days(entries.map(Entry::date).collect(Collectors.toSet()));
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
      Stream<LocalDate> recorded = form.fields().stream().flatMap(id -> content(id).date().stream());
      return FieldContent.single(extreme(form.latest(), recorded));
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

    Question(Optional<Entry> entry) {
      this.entry = entry;
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
    public Optional<Comparable<?>> years(Operand.Years operand) {
      return Optional.of(operand.years());
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
