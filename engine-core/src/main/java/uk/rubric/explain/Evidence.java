package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Reading;
import uk.rubric.check.FieldDefinition.ReadingOnEach;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.plan.Plan;
import uk.rubric.value.Unit;

/**
 * Finds the facts on which conditions and fields rest.
 *
 * <p>The law: what is cited for a condition or field <em>fixes</em> it. In every record between the cited facts and the
 * whole record it comes out the same, be it removed or kept what is not cited. Sex counts as a fact; birth is in every
 * record. Each citation keeps the law because what it stands on keeps it:
 *
 * <ul>
 *   <li>A pick cites the entry it took and what made that entry's {@code where} true, and what made the {@code where}
 *       of each entry that would have gone before it false. Those are not cited: without them the pick is the same.
 *   <li>An array, a count and several days taken do so for each day or entry taken and each that is not. Of spaced days
 *       one that comes too soon after a day that counts is neither: it is not taken whether it is recorded or not. As
 *       removing a day can bring forth another that came too soon after it, each day that counts is cited.
 *   <li>Nothing comes forth that the whole record has nothing of. So of an absence, and of {@code none of},
 *       {@code is no} or {@code some} that nothing satisfies, what <em>could</em> make it otherwise is fixed: the
 *       {@code where} of each entry seen, each part, each day that could be one of the array's.
 *   <li>{@code at least} fixes each of its parts, more than its outcome needs, as it is told how many hold.
 *   <li>What another ladder decided rests on the rules met there and in the populations on the way to it.
 * </ul>
 */
final class Evidence {
  /** One of several entries that serve alike is taken, the same in every order of the record. */
  private static final Comparator<Entry> CHOICE =
      Comparator.comparing((Entry entry) -> entry.date())
          .thenComparing(entry -> entry.event().map(event -> event.code().value()).orElse(0L))
          .thenComparing(entry -> entry.event().flatMap(Event::value).map(Evidence::plain).orElse(""))
          .thenComparing(entry -> entry.event().flatMap(Event::unit).map(Unit::text).orElse(""))
          .thenComparing(entry -> entry.entered().orElse(LocalDateTime.MIN))
          .thenComparing(entry -> entry.event().map(Event::detail).map(Evidence::links).orElse(""))
          .thenComparing(entry -> entry.registration().map(r -> r.start()).orElse(LocalDate.MIN))
          .thenComparing(entry -> entry.registration().flatMap(r -> r.end()).orElse(LocalDate.MAX));

  private final Plan plan;
  private final Asked patient;
  private final Citations citations;
  private final Consumer<PopulationId> decisions;
  private final Set<FieldId> fields = new LinkedHashSet<>();
  private final Set<FieldId> daysOf = new LinkedHashSet<>();
  private final Set<Object> daysSeen = new HashSet<>();

  /** @param decisions cites what a population's ladder, and those on the way to it, decided */
  Evidence(Plan plan, Asked patient, Citations citations, Consumer<PopulationId> decisions) {
    this.plan = plan;
    this.patient = patient;
    this.citations = citations;
    this.decisions = decisions;
  }

  /** Cites what makes a rule's condition come out as it does. */
  void cite(Condition condition) {
    cite(condition, patient);
  }

  private void cite(Condition condition, Asked asked) {
    condition.accept(new ConditionEvidence(this, asked));
  }

  /** Asks operands of the patient. */
  ConditionEvidence ofPatient() {
    return new ConditionEvidence(this, patient);
  }

  PatientView view() {
    return patient.view();
  }

  /** The fields on which the conditions rest, arrays of which a day was asked among them. */
  Set<FieldId> fields() {
    Set<FieldId> all = new LinkedHashSet<>(fields);
    all.addAll(daysOf);
    return all;
  }

  void citeDecision(PopulationId population) {
    decisions.accept(population);
  }

  /** @param by what the rules say that rests on it */
  void citeBirth(String by) {
    citations.citeBirth(by);
  }

  void citeSex(FieldId field) {
    citations.citeSex(field);
  }

  void cite(FieldId field, ClusterId cluster, Entry entry) {
    citations.cite(field, Optional.of(cluster), entry);
  }

  /** Cites what fixes the content of a field: of an array all its entries. */
  void cite(FieldId field) {
    if (fields.add(field)) {
      definition(field).accept(new FieldEvidence(this, field));
    }
  }

  /** Cites what fixes whether an array has that day, and the reading it holds for it. */
  void cite(FieldId array, LocalDate day) {
    daysOf.add(array);
    if (daysSeen.add(List.of(array, day))) {
      definition(array).accept(new DayEvidence(this, array, day));
    }
  }

  /**
   * Cites what fixes that an array has an entry that day: of several the one of that number, from 0, so that each is
   * told with its own.
   */
  void cite(FieldId array, LocalDate day, int number) {
    if (definition(array) instanceof FieldDefinition.AllEntries form
        && form.selection().source() instanceof Source.Cluster) {
      daysOf.add(array);
      Selection selection = form.selection();
      on(selection.source(), day).filter(entry -> satisfies(selection.where(), entry)).skip(number).findFirst()
          .ifPresent(entry -> citeTaken(array, selection.source(), selection.where(), entry));
    } else {
      cite(array, day);
    }
  }

  private FieldDefinition definition(FieldId field) {
    return plan.field(field).definition();
  }

  /** Cites what brings a day of a source into a field: an entry that satisfies {@code where}, and why it does. */
  void citeTaken(FieldId field, Source source, Optional<Condition> where, LocalDate day) {
    on(source, day).filter(entry -> satisfies(where, entry)).findFirst()
        .ifPresent(entry -> citeTaken(field, source, where, entry));
  }

  /** Cites an entry that satisfies {@code where}, and why it does. */
  void citeTaken(FieldId field, Source source, Optional<Condition> where, Entry entry) {
    where.ifPresent(condition -> cite(condition, patient.of(field, entry)));
    citations.cite(field, cluster(source), entry);
    source.fields().forEach(array -> cite(array, entry.date()));
  }

  /** Cites what keeps a day of a source out of a field: what failed of each entry, or why an array has none. */
  void citePassedOver(FieldId field, Source source, Optional<Condition> where, LocalDate day) {
    List<Entry> entries = on(source, day).toList();
    entries.forEach(entry -> citePassedOver(field, where, entry));
    if (entries.isEmpty()) {
      source.fields().forEach(array -> cite(array, day));
    }
  }

  /** Cites what failed of an entry. */
  void citePassedOver(FieldId field, Optional<Condition> where, Entry entry) {
    where.ifPresent(condition -> cite(condition, patient.of(field, entry)));
  }

  /** Cites the entry whose value was taken on a day. */
  void citeReading(FieldId field, Reading form, LocalDate day, BigDecimal reading) {
    view().counting(form.extreme(), form.cluster(), day, form.unit())
        .sorted(CHOICE)
        .filter(entry -> reading.compareTo(entry.value(Optional.of(form.unit())).orElseThrow()) == 0)
        .findFirst()
        .ifPresent(entry -> cite(field, form.cluster(), entry));
  }

  /** In an order that does not depend on that of the record. */
  Stream<Entry> entries(Source source) {
    return view().entries(source).sorted(CHOICE);
  }

  private Stream<Entry> on(Source source, LocalDate day) {
    return entries(source).filter(entry -> entry.date().equals(day));
  }

  /** Every day that a source has in some record between nothing and the whole, rising. */
  Stream<LocalDate> possibleDays(Source source) {
    return source instanceof Source.Array array
        ? possibleDays(array.id())
        : entries(source).map(Entry::date).distinct();
  }

  /** Every day that an array has in some record between nothing and the whole, rising. */
  Stream<LocalDate> possibleDays(FieldId array) {
    FieldDefinition definition = definition(array);
    if (definition instanceof ReadingOnEach readings) {
      return possibleDays(new Source.Cluster(readings.cluster()));
    }
    return possibleDays(definition instanceof FieldDefinition.AllEntries entries
        ? entries.selection().source()
        : ((FieldDefinition.AllDays) definition).selection().source());
  }

  boolean satisfies(Optional<Condition> where, Entry entry) {
    return where.map(condition -> view().holds(condition, entry)).orElse(true);
  }

  private static Optional<ClusterId> cluster(Source source) {
    return source instanceof Source.Cluster cluster ? Optional.of(cluster.id()) : Optional.empty();
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static String links(EventDetail detail) {
    return String.join("\n", detail.id().orElse(""), detail.parent().orElse(""), detail.episode().orElse(""));
  }
}
