package uk.rubric.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder;

/** The ladders of the rule sets that are used, each after those it needs, and the outputs that stand on them. */
final class LadderOrder {
  private final Map<PopulationId, Population> known;
  private final Map<PopulationId, Integer> placed = new HashMap<>();
  private final List<PlannedLadder> ladders = new ArrayList<>();
  private final List<PlannedEach> eaches = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  /** @param reported those whose registers and indicators are outputs, and all of whose populations are decided */
  LadderOrder(List<CheckedRuleset> used, List<CheckedRuleset> reported) {
    known =
        used.stream()
            .flatMap(ruleset -> ruleset.populations().stream())
            .collect(Collectors.toMap(Population::id, population -> population));
    reported.forEach(ruleset -> ruleset.populations().forEach(population -> place(population.id())));
    reported.forEach(this::report);
  }

  List<PlannedLadder> ladders() {
    return ladders;
  }

  List<PlannedEach> eaches() {
    return eaches;
  }

  List<Output> outputs() {
    return outputs;
  }

  // The checker has seen that there is no cycle, so this ends.
  private int place(PopulationId id) {
    if (!placed.containsKey(id)) {
      Population population = known.get(id);
      OptionalInt parent = place(population.parent());
      List<Integer> needs = needs(parent, population.ladder());
      OptionalInt each = each(population.each());
      PlannedLadder.Kind kind = PlannedLadder.Kind.valueOf(population.kind().name());
      placed.put(id, add(id.ruleset(), id.name(), kind, parent, needs, each, population.ladder()));
    }
    return placed.get(id);
  }

  private OptionalInt place(Optional<PopulationId> id) {
    return id.isPresent() ? OptionalInt.of(place(id.get())) : OptionalInt.empty();
  }

  /** Places what the conditions of a ladder ask. */
  private List<Integer> needs(OptionalInt parent, Ladder ladder) {
    List<Integer> needs = new ArrayList<>(parent.stream().boxed().toList());
    ladder.rules().stream()
        .flatMap(rule -> rule.condition().stream())
        .flatMap(Condition::populations)
        .map(this::place)
        .forEach(needs::add);
    return needs.stream().distinct().toList();
  }

  /** Reserves a unit; its ladders are filled in as they are added. */
  private OptionalInt each(Optional<Each> each) {
    if (each.isEmpty()) {
      return OptionalInt.empty();
    }
    List<CheckedField> fields = FieldOrder.ofUnit(each.get().fields());
    eaches.add(new PlannedEach(eaches.size(), each.get().array(), fields, List.of()));
    return OptionalInt.of(eaches.size() - 1);
  }

  private int add(
      String ruleset,
      String owner,
      PlannedLadder.Kind kind,
      OptionalInt parent,
      List<Integer> needs,
      OptionalInt each,
      Ladder ladder) {
    int index = ladders.size();
    ladders.add(new PlannedLadder(index, ruleset, owner, kind, parent, needs, each, ladder));
    each.ifPresent(unit -> eaches.set(unit, with(eaches.get(unit), index)));
    return index;
  }

  private static PlannedEach with(PlannedEach each, int ladder) {
    List<Integer> more = new ArrayList<>(each.ladders());
    more.add(ladder);
    return new PlannedEach(each.index(), each.array(), each.fields(), more);
  }

  private void report(CheckedRuleset ruleset) {
    ruleset.populations().stream().filter(Population::register).forEach(this::report);
    ruleset.indicators().forEach(this::report);
  }

  private void report(Population register) {
    int own = placed.get(register.id());
    OptionalInt none = OptionalInt.empty();
    outputs.add(new Output(
        register.id().name(), register.title(), true, OptionalInt.of(own), ladders.get(own).each(), none, none));
  }

  private void report(Indicator indicator) {
    OptionalInt population = place(indicator.parent());
    OptionalInt each = each(indicator.each());
    OptionalInt denominator =
        place(indicator, PlannedLadder.Kind.DENOMINATOR, population, each, indicator.denominator());
    OptionalInt numerator = place(indicator, PlannedLadder.Kind.NUMERATOR, denominator, each, indicator.numerator());
    outputs.add(
        new Output(indicator.name(), indicator.title(), false, population, each, denominator, numerator));
  }

  private OptionalInt place(
      Indicator indicator, PlannedLadder.Kind kind, OptionalInt parent, OptionalInt each, Optional<Ladder> ladder) {
    return ladder.isPresent()
        ? OptionalInt.of(add(indicator.ruleset(), indicator.name(), kind, parent,
            needs(parent, ladder.get()), each, ladder.get()))
        : OptionalInt.empty();
  }
}
