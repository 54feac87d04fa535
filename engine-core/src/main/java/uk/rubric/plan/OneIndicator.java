package uk.rubric.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;

/** Cuts a plan down to what decides one of its indicators: the ladders that are asked and the fields that they read. */
final class OneIndicator {
  private final Plan plan;
  private final Output indicator;
  private final Set<Integer> kept = new TreeSet<>();
  private final Set<FieldId> read = new HashSet<>();
  private final Map<Integer, Integer> places = new HashMap<>();

  private OneIndicator(Plan plan, Output indicator) {
    this.plan = plan;
    this.indicator = indicator;
    indicator.population().ifPresent(this::keep);
    indicator.denominator().ifPresent(this::keep);
    indicator.numerator().ifPresent(this::keep);
    kept.forEach(index -> places.put(index, places.size()));
  }

  static Plan of(Plan plan, Output indicator) {
    return new OneIndicator(plan, indicator).plan();
  }

  private void keep(int index) {
    if (kept.add(index)) {
      PlannedLadder ladder = plan.ladders().get(index);
      ladder.needs().forEach(this::keep);
      ladder.ladder().rules().stream().flatMap(rule -> rule.condition().stream())
          .flatMap(Condition::operands).flatMap(operand -> operand.fields()).forEach(this::read);
    }
  }

  private void read(FieldId field) {
    if (read.add(field)) {
      plan.field(field).definition().references().forEach(this::read);
    }
  }

  private Plan plan() {
    List<CheckedField> fields =
        plan.fields().stream().filter(field -> read.contains(field.id())).toList();
    Map<FieldId, Integer> slots = new HashMap<>();
    fields.forEach(field -> slots.put(field.id(), slots.size()));
    List<PlannedLadder> ladders = new ArrayList<>();
    kept.forEach(index -> ladders.add(moved(plan.ladders().get(index))));
    Output output = new Output(indicator.id(), indicator.title(), indicator.register(), moved(indicator.population()),
        OptionalInt.empty(), moved(indicator.denominator()), moved(indicator.numerator()));
    return new Plan(plan.service(), plan.mode(), plan.achievementDate(), plan.periodEnd(), plan.days(), plan.clusters(),
        fields, slots, fields.size(), ladders, List.of(), List.of(output), plan.notes(),
        plan.chosen());
  }

  private PlannedLadder moved(PlannedLadder ladder) {
    return new PlannedLadder(places.get(ladder.index()), ladder.ruleset(), ladder.owner(), ladder.kind(),
        moved(ladder.parent()), ladder.needs().stream().map(places::get).toList(), OptionalInt.empty(),
        ladder.ladder());
  }

  private OptionalInt moved(OptionalInt index) {
    return index.isPresent() ? OptionalInt.of(places.get(index.getAsInt())) : index;
  }
}
