package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.FieldContent;

/** Cites what fixes the content of a field, as {@link Evidence} means it. */
final class FieldEvidence implements FieldDefinition.Visitor<Void> {
  private final Evidence evidence;
  private final FieldId field;

  FieldEvidence(Evidence evidence, FieldId field) {
    this.evidence = evidence;
    this.field = field;
  }

  private FieldContent content(FieldId of) {
    return evidence.view().content(of);
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return null;
  }

  @Override
  public Void sex(FieldDefinition.Sex form) {
    evidence.citeSex(field);
    return null;
  }

  @Override
  public Void ageAt(FieldDefinition.AgeAt form) {
    evidence.citeBirth(Operands.name(field));
    return form.day().accept(evidence.ofPatient());
  }

  @Override
  public Void pick(FieldDefinition.Pick form) {
    Optional<LocalDate> taken = content(field).date();
    evidence.possibleDays(form.source())
        .filter(day -> taken.isEmpty() || (form.latest() ? day.isAfter(taken.get()) : day.isBefore(taken.get())))
        .forEach(day -> evidence.citePassedOver(field, form.source(), form.where(), day));
    taken.ifPresent(day -> evidence.citeTaken(field, form.source(), form.where(), day));
    return null;
  }

  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    return days(form.selection());
  }

  /**
   * Of the latest few, what lies before them does not matter, of the earliest few what lies behind; but where days are
   * spaced each counts from the one before, so the latest few rest on all before them.
   */
  private Void days(Selection selection) {
    List<LocalDate> kept = evidence.view().days(selection);
    boolean full = selection.keep().filter(keep -> keep.number() == kept.size()).isPresent();
    boolean latest = full && selection.keep().orElseThrow().latest();
    boolean onAll = !full || latest && selection.spacing().isPresent();
    List<LocalDate> counting = onAll ? evidence.view().spacedDays(selection) : kept;
    Predicate<LocalDate> matters = day -> onAll
        || (latest ? !day.isBefore(kept.get(0)) : !day.isAfter(kept.get(kept.size() - 1)));
    counting.forEach(day -> evidence.citeTaken(field, selection.source(), selection.where(), day));
    evidence.possibleDays(selection.source())
        .filter(matters)
        .filter(day -> !counting.contains(day) && !isTooSoon(day, counting, selection.spacing()))
        .forEach(day -> evidence.citePassedOver(field, selection.source(), selection.where(), day));
    return null;
  }

  private static boolean isTooSoon(LocalDate day, List<LocalDate> counting, OptionalInt spacing) {
    return spacing.isPresent() && counting.stream()
        .anyMatch(counted -> !day.isBefore(counted) && day.isBefore(counted.plusDays(spacing.getAsInt())));
  }

  @Override
  public Void allEntries(FieldDefinition.AllEntries form) {
    return entries(form.selection());
  }

  /** Two entries of one day are two, so all entries of an array of entries count. */
  private Void entries(Selection selection) {
    selection.source().fields().forEach(evidence::cite);
    evidence.entries(selection.source()).forEach(entry -> {
      if (evidence.satisfies(selection.where(), entry)) {
        evidence.citeTaken(field, selection.source(), selection.where(), entry);
      } else {
        evidence.citePassedOver(field, selection.where(), entry);
      }
    });
    return null;
  }

  @Override
  public Void count(FieldDefinition.Count form) {
    return form.entries() ? entries(form.selection()) : days(form.selection());
  }

  @Override
  public Void reading(FieldDefinition.Reading form) {
    evidence.cite(form.on());
    content(field).single().ifPresent(reading ->
        evidence.citeReading(field, form, content(form.on()).date().orElseThrow(), (BigDecimal) reading));
    return null;
  }

  @Override
  public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
    evidence.possibleDays(new Source.Cluster(form.cluster())).forEach(day -> evidence.cite(field, day));
    return null;
  }

  @Override
  public Void extremeOf(FieldDefinition.ExtremeOf form) {
    form.fields().forEach(evidence::cite);
    return null;
  }

  @Override
  public Void element(FieldDefinition.Element form) {
    evidence.cite(form.at());
    content(form.at()).date().ifPresent(day -> evidence.cite(form.array(), day));
    return null;
  }

  @Override
  public Void conditional(FieldDefinition.Conditional form) {
    evidence.cite(form.condition());
    boolean held = evidence.view().holds(form.condition());
    return (held ? form.whenTrue() : form.whenFalse()).accept(evidence.ofPatient());
  }

  @Override
  public Void whether(FieldDefinition.Whether form) {
    evidence.cite(form.condition());
    return null;
  }
}
