package uk.rubric.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;

/**
 * What parts of rules say, whatever their layout and place: texts that are equal only when the parts mean the same.
 * Parts that mean the same may differ in their texts; then a proof is needed.
 */
final class Fingerprint {
  private static final Pattern SPAN = Pattern.compile("span=[^,\\]]*");

  private Fingerprint() {}

  /** Of a checked part: everything in it but where it stands. */
  static String of(Object part) {
    return SPAN.matcher(String.valueOf(part)).replaceAll("");
  }

  /** Of parts whose order says nothing. */
  static String ofAll(List<?> parts) {
    return parts.stream().map(Fingerprint::of).sorted().toList().toString();
  }

  /** Of a ladder with all that it stands on. */
  static String of(Plan plan, PlannedLadder ladder) {
    Map<FieldId, String> fields = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder(plan.days().toString());
    for (PlannedLadder one = ladder; one != null; one = parent(plan, one)) {
      text.append(one.each());
      for (Rule rule : one.ladder().rules()) {
        text.append(of(List.of(rule.number(), rule.condition(), rule.whenTrue(), rule.whenFalse())));
        rule.condition().ifPresent(condition -> add(plan, condition, fields));
      }
    }
    return text.append(fields).toString();
  }

  /** Whether a fingerprint says all of a ladder: not when its conditions name other ladders. */
  static boolean isWhole(PlannedLadder ladder) {
    return ladder.each().isEmpty()
        && ladder.needs().stream().allMatch(needed -> ladder.parent().isPresent()
            && ladder.parent().getAsInt() == needed);
  }

  private static PlannedLadder parent(Plan plan, PlannedLadder ladder) {
    return ladder.parent().isPresent() ? plan.ladders().get(ladder.parent().getAsInt()) : null;
  }

  private static void add(Plan plan, Condition condition, Map<FieldId, String> fields) {
    condition.operands().flatMap(Operand::fields).forEach(field -> add(plan, field, fields));
  }

  private static void add(Plan plan, FieldId field, Map<FieldId, String> fields) {
    if (!fields.containsKey(field)) {
      fields.put(field, of(plan.field(field).definition()));
      plan.field(field).definition().references().forEach(other -> add(plan, other, fields));
    }
  }
}
