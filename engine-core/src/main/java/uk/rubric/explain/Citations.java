package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.evaluate.Entry;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** Gathers the facts that are cited, each once with all that cites it; the same thing recorded twice is one fact. */
final class Citations {
  private final Plan plan;
  private final PatientRecord patient;
  private final Set<String> ofBirth = new LinkedHashSet<>();
  private final Set<FieldId> ofSex = new LinkedHashSet<>();
  private final Map<SameRegistration, Set<FieldId>> ofRegistration = new LinkedHashMap<>();
  private final Map<SameEvent, Set<FieldId>> ofEvent = new LinkedHashMap<>();
  private final Map<SameEvent, Set<ClusterId>> clusters = new LinkedHashMap<>();

  Citations(Plan plan, PatientRecord patient) {
    this.plan = plan;
    this.patient = patient;
  }

  private record SameRegistration(LocalDate start, Optional<LocalDate> end) {
    static SameRegistration of(Registration registration) {
      return new SameRegistration(registration.start(), registration.end());
    }
  }

  private record SameEvent(
      LocalDate date, SctId code, Optional<BigDecimal> value, Optional<Unit> unit, EventDetail detail) {
    static SameEvent of(Event event) {
      return new SameEvent(event.date(), event.code(), event.value().map(BigDecimal::stripTrailingZeros), event.unit(),
          event.detail());
    }
  }

  /** @param by a field, or an age that a rule asks for */
  void citeBirth(String by) {
    ofBirth.add(by);
  }

  void citeSex(FieldId field) {
    ofSex.add(field);
  }

  void cite(FieldId field, Optional<ClusterId> cluster, Entry entry) {
    entry.registration().ifPresent(registration -> add(ofRegistration, SameRegistration.of(registration), field));
    entry.event().map(SameEvent::of).ifPresent(event -> {
      add(ofEvent, event, field);
      cluster.ifPresent(id -> add(clusters, event, id));
    });
  }

  private static <K, V> void add(Map<K, Set<V>> map, K key, V value) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value);
  }

  /** The code clusters by which entries were taken. */
  Set<ClusterId> clusters() {
    Set<ClusterId> all = new LinkedHashSet<>();
    clusters.values().forEach(all::addAll);
    return all;
  }

  /** Birth, sex, registrations by their start, entries by date. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (!ofBirth.isEmpty()) {
      facts.add(new Fact.Birth(patient.born(), List.copyOf(ofBirth)));
    }
    patient.sex().filter(sex -> !ofSex.isEmpty()).ifPresent(sex -> facts.add(new Fact.Sex(sex, names(ofSex))));
    ofRegistration.keySet().stream()
        .sorted(Comparator.comparing(SameRegistration::start).thenComparing(r -> r.end().orElse(LocalDate.MAX)))
        .forEach(key -> facts.add(fact(key)));
    ofEvent.keySet().stream()
        .sorted(Comparator.comparing(SameEvent::date)
            .thenComparing(event -> event.code().value())
            .thenComparing(event -> event.value().orElse(BigDecimal.ZERO))
            .thenComparing(event -> event.unit().map(Unit::text).orElse(""))
            .thenComparing(event -> event.detail().toString()))
        .forEach(key -> facts.add(fact(key)));
    return facts;
  }

  private Fact fact(SameRegistration key) {
    List<Registration> same =
        patient.registrations().stream().filter(r -> r.gms() && SameRegistration.of(r).equals(key)).toList();
    List<Long> lines = lines(same.stream().mapToLong(Registration::line));
    return new Fact.Registered(key.start(), key.end(), lines, same.size(), names(ofRegistration.get(key)));
  }

  private Fact fact(SameEvent key) {
    List<Event> same = patient.events().stream().filter(event -> SameEvent.of(event).equals(key)).toList();
    Set<ClusterId> found = clusters.get(key);
    List<Long> lines = lines(same.stream().mapToLong(Event::line));
    return new Fact.Recorded(key.date(), key.code(), term(found, key.code()), key.value().map(Citations::plain),
        spelling(same), key.detail(), found.stream().map(ClusterId::toString).toList(), lines, same.size(),
        names(ofEvent.get(key)));
  }

  /** Never with an exponent, which {@code 1E+2} has. */
  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** Of spellings that differ in case and blanks alone one is shown, the same in every order of the record. */
  private static Optional<Unit> spelling(List<Event> same) {
    return same.stream().flatMap(event -> event.unit().stream()).min(Comparator.comparing(Unit::text));
  }

  private String term(Set<ClusterId> found, SctId code) {
    return found.stream()
        .map(id -> plan.clusters().get(id).codes().term(code.value()))
        .filter(term -> !term.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<Long> lines(LongStream lines) {
    return lines.filter(line -> line != 0).sorted().boxed().toList();
  }

  private static List<String> names(Set<FieldId> fields) {
    return fields.stream().map(Operands::name).toList();
  }
}
