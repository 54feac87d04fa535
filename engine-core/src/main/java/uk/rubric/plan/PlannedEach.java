package uk.rubric.plan;

import java.util.List;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;

/**
 * The unit of ladders that decide each entry of an array on its own.
 *
 * @param index from 0, in {@link Plan#eaches()}
 * @param array whose entries they are
 * @param fields drawn anew for each entry; they stand in {@link Plan#fields()} too, after those of patients
 * @param ladders the ladders of the unit, each after those it needs
 */
public record PlannedEach(int index, FieldId array, List<CheckedField> fields, List<Integer> ladders) {
  public PlannedEach {
    fields = List.copyOf(fields);
    ladders = List.copyOf(ladders);
  }
}
