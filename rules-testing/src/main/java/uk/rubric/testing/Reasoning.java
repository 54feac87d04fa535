package uk.rubric.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.FieldContent;
import uk.rubric.evaluate.PatientView;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.value.Unit;

/** Why a ladder decided as it did: the rule that decided and the rule that was expected, with what they looked at. */
final class Reasoning {
  private Reasoning() {}

  /** @param branch 0 when the ladder was not asked */
  static List<String> of(Seen one, PatientView view, PlannedLadder ladder, int branch, OptionalInt expected) {
    List<String> lines = new ArrayList<>();
    if (branch == 0) {
      ladder.parent().ifPresent(parent -> notAsked(one, view, parent, lines));
      return lines;
    }
    Rule deciding = ladder.rule(branch);
    boolean held = (branch - 1) % 2 == 0;
    ladder.ladder().rules().stream()
        .filter(rule -> expected.isPresent() && rule.number() == expected.getAsInt()
            && rule.number() < deciding.number())
        .forEach(rule -> rule(one.plan(), view, rule, !isTerminal(rule, true), lines));
    rule(one.plan(), view, deciding, held, lines);
    return lines;
  }

  private static boolean isTerminal(Rule rule, boolean held) {
    return rule.action(held).isTerminal();
  }

  /** The ladder above says why this one was not asked. */
  private static void notAsked(Seen one, PatientView view, int parent, List<String> lines) {
    PlannedLadder above = one.plan().ladders().get(parent);
    int branch = one.outcome().branch(parent);
    lines.add(above.owner() + (branch == 0 ? " was not asked either" : " rejects by rule "
        + above.rule(branch).number()));
    lines.addAll(of(one, view, above, branch, OptionalInt.empty()));
  }

  private static void rule(Plan plan, PatientView view, Rule rule, boolean held, List<String> lines) {
    String condition = rule.condition().map(c -> (held ? "true: " : "false: ") + written(c)).orElse("for everyone");
    lines.add("rule " + rule.number() + " is " + condition);
    Set<FieldId> fields = rule.condition().stream().flatMap(Condition::operands)
        .flatMap(operand -> operand.fields()).collect(Collectors.toCollection(LinkedHashSet::new));
    fields.stream().filter(f -> plan.slots().containsKey(f))
        .forEach(field -> lines.add("  " + field + " is " + content(view, plan, field)));
  }

  private static String written(Condition condition) {
    return condition.span().text().replaceAll("\\s+", " ");
  }

  /** What a field holds, as a test would write it. */
  static String content(PatientView view, Plan plan, FieldId field) {
    FieldContent content = view.content(field);
    if (field.array()) {
      List<String> elements = content.elements().stream().map(c -> words(plan, field, c)).toList();
      return elements.isEmpty() ? "empty" : String.join(", ", elements);
    }
    return content.single().map(c -> words(plan, field, c)).orElse("not recorded");
  }

  static String words(Plan plan, FieldId id, Comparable<?> content) {
    CheckedField field = plan.field(id);
    if (content instanceof BigDecimal number) {
      return number.toPlainString() + (field.unit().equals(Unit.NONE) ? "" : field.unit().equals(Unit.PERCENT) ? "%"
          : " " + field.unit());
    }
    if (content instanceof Boolean answer) {
      return answer ? "yes" : "no";
    }
    return switch (field.type()) {
      case AGE -> content + " years";
      case AGE_IN_MONTHS -> content + " months";
      default -> content.toString();
    };
  }
}
