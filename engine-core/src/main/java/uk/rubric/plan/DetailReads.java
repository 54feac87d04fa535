package uk.rubric.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.Ladder;
import uk.rubric.check.Operand;
import uk.rubric.patient.AskedDetail;
import uk.rubric.syntax.FieldForm.Extreme;

/** What a plan asks of records beyond dates, codes and values. */
final class DetailReads implements FieldDefinition.Visitor<Void> {
  private final Set<AskedDetail> found = EnumSet.noneOf(AskedDetail.class);

  private DetailReads() {}

  static Set<AskedDetail> of(Plan plan) {
    DetailReads reads = new DetailReads();
    plan.fields().forEach(field -> field.definition().accept(reads));
    for (PlannedLadder ladder : plan.ladders()) {
      for (Ladder.Rule rule : ladder.ladder().rules()) {
        reads.condition(rule.condition());
      }
    }
    return Set.copyOf(reads.found);
  }

  private Void condition(Optional<Condition> condition) {
    condition.ifPresent(this::look);
    return null;
  }

  private void look(Condition condition) {
    if (condition.operands().anyMatch(Operand.EntryEpisode.class::isInstance)) {
      found.add(AskedDetail.EPISODE);
    }
    condition.linked().forEach(linked -> {
      found.add(AskedDetail.SAME_ENTRY);
      look(linked.has());
    });
  }

  private Void selection(Selection selection) {
    return condition(selection.where());
  }

  private Void extreme(Extreme extreme) {
    if (extreme.isLastEntered()) {
      found.add(AskedDetail.ENTERED);
    }
    return null;
  }

  @Override
  public Void sex(FieldDefinition.Sex form) {
    found.add(AskedDetail.SEX);
    return null;
  }

  @Override
  public Void reading(FieldDefinition.Reading form) {
    return extreme(form.extreme());
  }

  @Override
  public Void readingOnEach(FieldDefinition.ReadingOnEach form) {
    return extreme(form.extreme());
  }

  @Override
  public Void pick(FieldDefinition.Pick form) {
    return condition(form.where());
  }

  @Override
  public Void allDays(FieldDefinition.AllDays form) {
    return selection(form.selection());
  }

  @Override
  public Void allEntries(FieldDefinition.AllEntries form) {
    return selection(form.selection());
  }

  @Override
  public Void count(FieldDefinition.Count form) {
    return selection(form.selection());
  }

  @Override
  public Void conditional(FieldDefinition.Conditional form) {
    return condition(Optional.of(form.condition()));
  }

  @Override
  public Void whether(FieldDefinition.Whether form) {
    return condition(Optional.of(form.condition()));
  }

  @Override
  public Void patientId(FieldDefinition.PatientId form) {
    return null;
  }

  @Override
  public Void ageAt(FieldDefinition.AgeAt form) {
    return null;
  }

  @Override
  public Void extremeOf(FieldDefinition.ExtremeOf form) {
    return null;
  }

  @Override
  public Void element(FieldDefinition.Element form) {
    return null;
  }
}
