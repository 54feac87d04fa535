package uk.rubric.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Ladder;

/** The ladders of the rule sets that are used, parents first, and the outputs that stand on them. */
final class LadderOrder {
  private final Map<PopulationId, Population> known;
  private final Map<PopulationId, Integer> placed = new HashMap<>();
  private final List<PlannedLadder> ladders = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  LadderOrder(CheckedRules rules, List<CheckedRuleset> used) {
    known =
        rules.rulesets().stream()
            .flatMap(ruleset -> ruleset.populations().stream())
            .collect(Collectors.toMap(Population::id, population -> population));
    used.forEach(ruleset -> ruleset.populations().forEach(population -> place(population.id())));
    used.forEach(this::report);
  }

  List<PlannedLadder> ladders() {
    return ladders;
  }

  List<Output> outputs() {
    return outputs;
  }

  private int place(PopulationId id) {
    if (!placed.containsKey(id)) {
      Population population = known.get(id);
      OptionalInt parent = place(population.parent());
      PlannedLadder.Kind kind = population.register() ? PlannedLadder.Kind.REGISTER : PlannedLadder.Kind.GROUP;
      placed.put(id, add(id.ruleset(), id.name(), kind, parent, population.ladder()));
    }
    return placed.get(id);
  }

  private OptionalInt place(Optional<PopulationId> id) {
    return id.isPresent() ? OptionalInt.of(place(id.get())) : OptionalInt.empty();
  }

  private int add(String ruleset, String owner, PlannedLadder.Kind kind, OptionalInt parent, Ladder ladder) {
    ladders.add(new PlannedLadder(ladders.size(), ruleset, owner, kind, parent, ladder));
    return ladders.size() - 1;
  }

  private void report(CheckedRuleset ruleset) {
    ruleset.populations().stream().filter(Population::register).forEach(this::report);
    ruleset.indicators().forEach(this::report);
  }

  private void report(Population register) {
    OptionalInt own = OptionalInt.of(placed.get(register.id()));
    OptionalInt none = OptionalInt.empty();
    outputs.add(new Output(register.id().name(), register.title(), true, own, none, none));
  }

  private void report(Indicator indicator) {
    OptionalInt population = place(indicator.parent());
    OptionalInt denominator = place(indicator, PlannedLadder.Kind.DENOMINATOR, population, indicator.denominator());
    OptionalInt numerator = place(indicator, PlannedLadder.Kind.NUMERATOR, denominator, indicator.numerator());
    outputs.add(new Output(indicator.name(), indicator.title(), false, population, denominator, numerator));
  }

  private OptionalInt place(
      Indicator indicator, PlannedLadder.Kind kind, OptionalInt parent, Optional<Ladder> ladder) {
    return ladder.isPresent()
        ? OptionalInt.of(add(indicator.ruleset(), indicator.name(), kind, parent, ladder.get()))
        : OptionalInt.empty();
  }
}
