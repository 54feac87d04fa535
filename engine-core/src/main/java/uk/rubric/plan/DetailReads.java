package uk.rubric.plan;

import java.util.EnumSet;
import java.util.Set;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldReads;
import uk.rubric.check.Ladder;
import uk.rubric.check.Operand;
import uk.rubric.patient.AskedDetail;

/** What a plan asks of records beyond dates, codes and values. */
final class DetailReads {
  private final Set<AskedDetail> found = EnumSet.noneOf(AskedDetail.class);

  private DetailReads() {}

  static Set<AskedDetail> of(Plan plan) {
    DetailReads reads = new DetailReads();
    plan.fields().forEach(field -> reads.field(field.definition()));
    for (PlannedLadder ladder : plan.ladders()) {
      for (Ladder.Rule rule : ladder.ladder().rules()) {
        rule.condition().ifPresent(reads::look);
      }
    }
    return Set.copyOf(reads.found);
  }

  private void field(FieldDefinition definition) {
    FieldReads reads = FieldReads.of(definition);
    reads.condition().ifPresent(this::look);
    if (reads.values().filter(values -> values.extreme().isLastEntered()).isPresent()) {
      found.add(AskedDetail.ENTERED);
    }
    if (definition instanceof FieldDefinition.Sex) {
      found.add(AskedDetail.SEX);
    }
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
}
