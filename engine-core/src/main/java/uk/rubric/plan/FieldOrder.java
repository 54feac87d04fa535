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

  private FieldOrder(List<CheckedRuleset> used) {
    known =
        used.stream()
            .flatMap(ruleset -> ruleset.fields().stream())
            .collect(Collectors.toMap(CheckedField::id, field -> field));
  }

  static List<CheckedField> of(List<CheckedRuleset> used) {
    FieldOrder order = new FieldOrder(used);
    used.forEach(ruleset -> ruleset.fields().forEach(field -> order.place(field.id())));
    return List.copyOf(order.placed.values());
  }

  // The checker has seen that there is no cycle, so this ends.
  private void place(FieldId id) {
    if (!placed.containsKey(id)) {
      CheckedField field = known.get(id);
      field.definition().references().forEach(this::place);
      placed.put(id, field);
    }
  }
}
