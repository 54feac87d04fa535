package uk.rubric.explain;

import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Reading;
import uk.rubric.check.FieldDefinition.Selection;

/** Cites what fixes whether an array has a day, and the reading it holds for it, as {@link Evidence} means it. */
final class DayEvidence implements FieldDefinition.Visitor<Void> {
  private final Evidence evidence;
  private final FieldId array;
  private final LocalDate day;

  DayEvidence(Evidence evidence, FieldId array, LocalDate day) {
    this.evidence = evidence;
    this.array = array;
    this.day = day;
  }

  /** Whether a spaced day, or one of a few, is there depends on the others. */
  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    if (form.selection().spacing().isPresent() || form.selection().keep().isPresent()) {
      evidence.cite(array);
      return null;
    }
    return day(form.selection(), evidence.view().content(array).days().contains(day));
  }

  @Override
  public Void allEntries(FieldDefinition.AllEntries form) {
    return day(form.selection(), evidence.view().content(array).entries().contains(day));
  }

  private Void day(Selection selection, boolean taken) {
    if (taken) {
      evidence.citeTaken(array, selection.source(), selection.where(), day);
    } else {
      evidence.citePassedOver(array, selection.source(), selection.where(), day);
    }
    return null;
  }

  @Override
  public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
    if (evidence.view().counting(form.extreme(), form.cluster(), day, form.unit()).findAny().isPresent()) {
      evidence.cite(form.days(), day);
    }
    Optional.ofNullable(evidence.view().content(array).readings().get(day)).ifPresent(reading -> evidence.citeReading(
        array, new Reading(form.extreme(), form.cluster(), form.days(), form.unit()), day, reading));
    return null;
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return noArray();
  }

  @Override
  public Void sex(FieldDefinition.Sex form) {
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
  public Void count(FieldDefinition.Count form) {
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
  public Void conditional(FieldDefinition.Conditional form) {
    return noArray();
  }

  @Override
  public Void whether(FieldDefinition.Whether form) {
    return noArray();
  }

  private Void noArray() {
    throw new IllegalStateException("the checker has seen that `" + array + "` is an array");
  }
}
