package uk.rubric.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Note;
import uk.rubric.check.Operand;
import uk.rubric.syntax.NoteNode.Kind;

/**
 * Which ladders rest on something that carries a note of one kind: a rule, its block or reason, the register or
 * indicator itself, a field or code cluster that a condition comes to through whatever fields, or another ladder that
 * must decide first. Whom such a ladder selects may be another once the thing is sourced. Immutable.
 */
public final class NotedLadders {
  private final Kind kind;
  private final Set<String> noted;
  /** What a rule names without saying of which rule set it is. */
  private final Set<String> notedAnywhere;
  private final Set<FieldId> fields = new HashSet<>();
  private final Set<Integer> ladders = new HashSet<>();
  private final Set<String> populations = new HashSet<>();

  private NotedLadders(Plan plan, Kind kind) {
    this.kind = kind;
    noted = plan.notes().stream().filter(n -> n.kind() == kind).map(Note::on).collect(Collectors.toSet());
    notedAnywhere = noted.stream()
        .filter(on -> on.startsWith("reason ") || on.startsWith("block "))
        .map(on -> on.substring(0, on.indexOf(' ') + 1) + on.substring(on.indexOf('.') + 1))
        .collect(Collectors.toSet());
    // Each needs only fields, and ladders, before it.
    plan.fields().stream().filter(this::rests).forEach(field -> fields.add(field.id()));
    plan.ladders().stream().filter(ladder -> rests(plan, ladder)).forEach(this::add);
  }

  /** Those that rest on a note of the kind. */
  public static NotedLadders of(Plan plan, Kind kind) {
    return new NotedLadders(plan, kind);
  }

  /** Whether the ladder at an index of the plan does. */
  public boolean has(int index) {
    return ladders.contains(index);
  }

  /** Whether that of a register, group, cohort or classification does. */
  public boolean has(PopulationId population) {
    return populations.contains(population.ruleset() + "." + population.name());
  }

  private void add(PlannedLadder ladder) {
    ladders.add(ladder.index());
    if (!isOfIndicator(ladder)) {
      populations.add(ladder.ruleset() + "." + ladder.owner());
    }
  }

  private static boolean isOfIndicator(PlannedLadder ladder) {
    return ladder.kind() == PlannedLadder.Kind.DENOMINATOR || ladder.kind() == PlannedLadder.Kind.NUMERATOR;
  }

  private boolean rests(CheckedField field) {
    return noted.contains("field " + field.id().ruleset() + "." + field.id())
        || field.definition().references().stream().anyMatch(fields::contains)
        || ClusterReads.of(List.of(field)).keySet().stream().anyMatch(this::isNoted);
  }

  private boolean isNoted(ClusterId cluster) {
    return noted.contains("cluster " + cluster.ruleset() + "." + cluster.name());
  }

  private boolean rests(Plan plan, PlannedLadder ladder) {
    String owner = isOfIndicator(ladder)
        ? "indicator " + ladder.owner()
        : ladder.kind().word() + " " + ladder.ruleset() + "." + ladder.owner();
    return noted.contains(owner)
        || ladder.needs().stream().anyMatch(ladders::contains)
        || ladder.each().stream().anyMatch(each -> fields.contains(plan.eaches().get(each).array()))
        || ladder.ladder().rules().stream().anyMatch(this::rests);
  }

  private boolean rests(Rule rule) {
    return rule.notes().stream().anyMatch(note -> note.kind() == kind)
        || rule.from().filter(from -> notedAnywhere.contains("block " + from.block())).isPresent()
        || Stream.of(rule.whenTrue(), rule.whenFalse())
            .flatMap(action -> action.reason().stream())
            .anyMatch(reason -> notedAnywhere.contains("reason " + reason.name()))
        || rule.condition().filter(this::rests).isPresent();
  }

  private boolean rests(Condition condition) {
    return condition.operands().flatMap(Operand::fields).anyMatch(fields::contains)
        || condition.linked().anyMatch(linked -> isNoted(linked.cluster()));
  }
}
