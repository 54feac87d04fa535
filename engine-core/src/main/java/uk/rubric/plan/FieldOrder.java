package uk.rubric.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.FieldId;

/** The fields of the rule sets that are used, each after those it needs, otherwise in the order of the files. */
final class FieldOrder {
  private final Map<FieldId, CheckedField> known;
  private final Map<FieldId, CheckedField> placed = new LinkedHashMap<>();

  private FieldOrder(List<CheckedField> fields) {
    known = fields.stream().collect(Collectors.toMap(CheckedField::id, field -> field));
  }

  static List<CheckedField> of(List<CheckedRuleset> used) {
    return ofUnit(used.stream().flatMap(ruleset -> ruleset.fields().stream()).toList());
  }

  /** Those of one unit; what they need beside each other is known before. */
  static List<CheckedField> ofUnit(List<CheckedField> fields) {
    FieldOrder order = new FieldOrder(fields);
    fields.forEach(field -> order.place(field.id()));
    return List.copyOf(order.placed.values());
  }

  // The checker has seen that there is no cycle, so this ends.
  private void place(FieldId id) {
    CheckedField field = known.get(id);
    if (field != null && !placed.containsKey(id)) {
      field.definition().references().forEach(this::place);
      placed.put(id, field);
    }
  }
}
