package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.Event;
import uk.rubric.plan.Plan;
import uk.rubric.value.Unit;

/**
 * Finds the facts on which conditions and fields rest.
 *
 * <p>What is cited for a condition or field fixes it: in every record between the cited facts and the whole record it comes
 * out the same. Hence a pick cites the entry it took, what made that entry's {@code where} true, and what made the
 * {@code where} of each entry that would have gone before it false. Those entries themselves are not cited: without them
 * the pick is the same. Removing entries never brings one forth, so an absence needs no citing of its own.
 */
final class Evidence {
  /** One of several entries that serve alike is taken, the same in every order of the record. */
  private static final Comparator<Entry> CHOICE =
      Comparator.comparing((Entry entry) -> entry.date())
          .thenComparing(entry -> entry.event().map(event -> event.code().value()).orElse(0L))
          .thenComparing(entry -> entry.event().flatMap(Event::value).map(Evidence::plain).orElse(""))
          .thenComparing(entry -> entry.event().flatMap(Event::unit).map(Unit::text).orElse(""))
          .thenComparing(entry -> entry.registration().map(r -> r.start()).orElse(LocalDate.MIN))
          .thenComparing(entry -> entry.registration().flatMap(r -> r.end()).orElse(LocalDate.MAX));

  private final Plan plan;
  private final PatientView patient;
  private final Citations citations;
  private final Set<FieldId> fields = new LinkedHashSet<>();
  private final Set<FieldId> daysOf = new LinkedHashSet<>();
  private final Set<Object> daysSeen = new HashSet<>();

  Evidence(Plan plan, PatientView patient, Citations citations) {
    this.plan = plan;
    this.patient = patient;
    this.citations = citations;
  }

  /** Cites what makes a rule's condition come out as it does. */
  void cite(Condition condition) {
    condition.accept(asked(Optional.empty()));
  }

  /** The fields on which the conditions rest, arrays of which a day was asked among them. */
  Set<FieldId> fields() {
    Set<FieldId> all = new LinkedHashSet<>(fields);
    all.addAll(daysOf);
    return all;
  }

  private ConditionEvidence asked(Optional<Entry> entry) {
    return new ConditionEvidence(this, patient, entry);
  }

  /** Cites what fixes the content of a field. */
  void cite(FieldId field) {
    if (fields.add(field)) {
      plan.field(field).definition().accept(new OfField(field));
    }
  }

  /** Cites what fixes whether an array has that day, and the reading it holds for it. */
  void cite(FieldId array, LocalDate day) {
    daysOf.add(array);
    if (daysSeen.add(List.of(array, day))) {
      plan.field(array).definition().accept(new OfDay(array, day));
    }
  }

  /** Cites the entry to be taken of those that satisfy {@code where}, or what failed of each when none does. */
  private void cite(FieldId field, Source source, Optional<Condition> where, List<Entry> candidates) {
    Optional<Entry> taken = candidates.stream().filter(entry -> satisfies(where, entry)).findFirst();
    Stream<Entry> asked = taken.isPresent() ? taken.stream() : candidates.stream();
    asked.forEach(entry -> where.ifPresent(condition -> condition.accept(asked(Optional.of(entry)))));
    taken.ifPresent(entry -> citations.cite(field, cluster(source), entry));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** In an order that does not depend on that of the record. */
  private Stream<Entry> entries(Source source) {
    return patient.entries(source).sorted(CHOICE);
  }

  private boolean satisfies(Optional<Condition> where, Entry entry) {
    return where.map(condition -> patient.holds(condition, entry)).orElse(true);
  }

  private static Optional<ClusterId> cluster(Source source) {
    return source instanceof Source.Cluster cluster ? Optional.of(cluster.id()) : Optional.empty();
  }

  /** Cites the entry whose value in {@code unit} was taken on a day. */
  private void citeReading(FieldId field, ClusterId cluster, LocalDate day, Unit unit, BigDecimal reading) {
    valued(cluster, day, unit)
        .filter(entry -> reading.compareTo(entry.value(Optional.of(unit)).orElseThrow()) == 0)
        .findFirst()
        .ifPresent(entry -> citations.cite(field, Optional.of(cluster), entry));
  }

  private Stream<Entry> valued(ClusterId cluster, LocalDate day, Unit unit) {
    return entries(new Source.Cluster(cluster))
        .filter(entry -> entry.date().equals(day) && entry.value(Optional.of(unit)).isPresent());
  }

  private final class OfField implements FieldDefinition.Visitor<Void> {
    private final FieldId field;

    OfField(FieldId field) {
      this.field = field;
    }

    @Override
    public Void patientId(FieldDefinition.PatientId form) {
      return null;
    }

    @Override
    public Void ageAt(FieldDefinition.AgeAt form) {
      citations.citeBirth(field);
      return form.day().accept(asked(Optional.empty()));
    }

    @Override
    public Void pick(FieldDefinition.Pick form) {
      Optional<LocalDate> taken = patient.content(field).date();
      Predicate<Entry> goesBefore =
          entry -> taken.isEmpty() || isBefore(form.latest(), entry.date(), taken.get());
      entries(form.source()).filter(goesBefore).forEach(entry ->
          form.where().ifPresent(where -> where.accept(asked(Optional.of(entry)))));
      taken.ifPresent(day -> cite(field, form.source(), form.where(), on(form.source(), day)));
      return null;
    }

    @Override
    public Void allDays(FieldDefinition.AllDays form) {
      entries(form.selection().source()).map(Entry::date).distinct().forEach(day -> cite(field, day));
      return null;
    }

    @Override
    public Void reading(FieldDefinition.Reading form) {
      cite(form.on());
      patient.content(field).single().ifPresent(reading -> citeReading(
          field, form.cluster(), patient.content(form.on()).date().orElseThrow(), form.unit(), (BigDecimal) reading));
      return null;
    }

    @Override
    public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
      entries(new Source.Cluster(form.cluster()))
          .map(Entry::date).distinct().forEach(day -> cite(field, day));
      return null;
    }

    @Override
    public Void extremeOf(FieldDefinition.ExtremeOf form) {
      form.fields().forEach(Evidence.this::cite);
      return null;
    }

    @Override
    public Void sex(FieldDefinition.Sex form) {
      throw new IllegalStateException("not built: Sex");
    }

    @Override
    public Void allEntries(FieldDefinition.AllEntries form) {
      throw new IllegalStateException("not built: AllEntries");
    }

    @Override
    public Void count(FieldDefinition.Count form) {
      throw new IllegalStateException("not built: Count");
    }

    @Override
    public Void conditional(FieldDefinition.Conditional form) {
      throw new IllegalStateException("not built: Conditional");
    }

    @Override
    public Void whether(FieldDefinition.Whether form) {
      throw new IllegalStateException("not built: Whether");
    }

    @Override
    public Void element(FieldDefinition.Element form) {
      cite(form.at());
      patient.content(form.at()).date().ifPresent(day -> cite(form.array(), day));
      return null;
    }
  }

  private static boolean isBefore(boolean latest, LocalDate day, LocalDate taken) {
    return latest ? day.isAfter(taken) : day.isBefore(taken);
  }

  private List<Entry> on(Source source, LocalDate day) {
    return entries(source).filter(entry -> entry.date().equals(day)).toList();
  }

  /** Of one day of an array. */
  private final class OfDay implements FieldDefinition.Visitor<Void> {
    private final FieldId array;
    private final LocalDate day;

    OfDay(FieldId array, LocalDate day) {
      this.array = array;
      this.day = day;
    }

    @Override
    public Void allDays(FieldDefinition.AllDays form) {
      cite(array, form.selection().source(), form.selection().where(), on(form.selection().source(), day));
      return null;
    }

    @Override
    public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
      if (valued(form.cluster(), day, form.unit()).findAny().isPresent()) {
        cite(form.days(), day);
      }
      Optional.ofNullable(patient.content(array).readings().get(day))
          .ifPresent(reading -> citeReading(array, form.cluster(), day, form.unit(), reading));
      return null;
    }

    @Override
    public Void patientId(FieldDefinition.PatientId form) {
      return noArray();
    }

    @Override
    public Void ageAt(FieldDefinition.AgeAt form) {
      return noArray();
    }

    @Override
    public Void pick(FieldDefinition.Pick form) {
      return noArray();
    }

    @Override
    public Void reading(FieldDefinition.Reading form) {
      return noArray();
    }

    @Override
    public Void extremeOf(FieldDefinition.ExtremeOf form) {
      return noArray();
    }

    @Override
    public Void element(FieldDefinition.Element form) {
      return noArray();
    }

    @Override
    public Void sex(FieldDefinition.Sex form) {
      throw new IllegalStateException("not built: Sex");
    }

    @Override
    public Void allEntries(FieldDefinition.AllEntries form) {
      throw new IllegalStateException("not built: AllEntries");
    }

    @Override
    public Void count(FieldDefinition.Count form) {
      throw new IllegalStateException("not built: Count");
    }

    @Override
    public Void conditional(FieldDefinition.Conditional form) {
      throw new IllegalStateException("not built: Conditional");
    }

    @Override
    public Void whether(FieldDefinition.Whether form) {
      throw new IllegalStateException("not built: Whether");
    }

    private Void noArray() {
      throw new IllegalStateException("the checker has seen that `" + array + "` is an array");
    }
  }
}
