package uk.rubric.evaluate;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Operand;
import uk.rubric.value.DateUnit;

/** How each form of definition gets its content, from fields that are already known. */
final class Definitions implements FieldDefinition.Visitor<FieldContent> {
  private final PatientView view;

  Definitions(PatientView view) {
    this.view = view;
  }

  @Override
  public FieldContent patientId(FieldDefinition.PatientId form) {
    return FieldContent.single(Optional.of(view.patient().patientId()));
  }

  @Override
  public FieldContent sex(FieldDefinition.Sex form) {
    return FieldContent.single(view.patient().sex());
  }

  @Override
  public FieldContent ageAt(FieldDefinition.AgeAt form) {
    LocalDate born = view.patient().born();
    Optional<LocalDate> day = view.value(form.day(), Optional.empty()).map(LocalDate.class::cast);
    ChronoUnit unit = form.unit() == DateUnit.MONTHS ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
    return FieldContent.single(day.filter(d -> !d.isBefore(born)).map(d -> Math.toIntExact(unit.between(born, d))));
  }

  @Override
  public FieldContent pick(FieldDefinition.Pick form) {
    Stream<Entry> entries = view.entries(form.source(), form.where());
    return FieldContent.single(extreme(form.latest(), entries.map(Entry::date)));
  }

  @Override
  public FieldContent allDays(FieldDefinition.AllDays form) {
    return FieldContent.days(Set.copyOf(view.days(form.selection())));
  }

  @Override
  public FieldContent allEntries(FieldDefinition.AllEntries form) {
    return FieldContent.entries(view.entryDays(form.selection()));
  }

  @Override
  public FieldContent count(FieldDefinition.Count form) {
    int count = (form.entries() ? view.entryDays(form.selection()) : view.days(form.selection())).size();
    return FieldContent.single(Optional.of(BigDecimal.valueOf(count)));
  }

  @Override
  public FieldContent reading(FieldDefinition.Reading form) {
    Optional<LocalDate> day = view.content(form.on()).date();
    return FieldContent.single(day.flatMap(d -> view.extreme(form.extreme(), form.cluster(), d, form.unit())));
  }

  @Override
  public FieldContent readingOnEach(FieldDefinition.ReadingOnEach form) {
    Map<LocalDate, BigDecimal> readings = new TreeMap<>();
    for (LocalDate day : view.content(form.days()).days()) {
      view.extreme(form.extreme(), form.cluster(), day, form.unit()).ifPresent(value -> readings.put(day, value));
    }
    return FieldContent.readings(readings);
  }

  @Override
  public FieldContent extremeOf(FieldDefinition.ExtremeOf form) {
    Comparator<Comparable<?>> order = Question::compare;
    Stream<Comparable<?>> recorded = form.fields().stream().flatMap(id -> view.content(id).single().stream());
    return FieldContent.single(form.greatest() ? recorded.max(order) : recorded.min(order));
  }

  @Override
  public FieldContent conditional(FieldDefinition.Conditional form) {
    Operand branch = view.holds(form.condition(), PatientView.NOT_YET) ? form.whenTrue() : form.whenFalse();
    return FieldContent.single(view.value(branch, Optional.empty()));
  }

  @Override
  public FieldContent whether(FieldDefinition.Whether form) {
    return FieldContent.single(Optional.of(view.holds(form.condition(), PatientView.NOT_YET)));
  }

  @Override
  public FieldContent element(FieldDefinition.Element form) {
    Map<LocalDate, BigDecimal> readings = view.content(form.array()).readings();
    return FieldContent.single(view.content(form.at()).date().map(readings::get));
  }

  private static Optional<LocalDate> extreme(boolean latest, Stream<LocalDate> dates) {
    return latest ? dates.max(naturalOrder()) : dates.min(naturalOrder());
  }
}
