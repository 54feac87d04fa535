package uk.rubric.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.RulesetId;

/**
 * The rule sets that a service stands on, and all that tests may name of them: looked through once for all tests of the
 * service, which may be a thousand.
 */
final class TestGround {
  private final List<CheckedRuleset> rulesets;
  private final Map<String, Optional<CheckedRuleset>> homes = new HashMap<>();

  final Named<Population> populations;
  final Named<Indicator> indicators;
  final Named<CheckedField> fields;
  final Named<Cluster> clusters;

  private TestGround(Collection<CheckedRuleset> rulesets) {
    this.rulesets = List.copyOf(rulesets);
    populations = new Named<>(this.rulesets, CheckedRuleset::populations, p -> p.id().name());
    indicators = new Named<>(this.rulesets, CheckedRuleset::indicators, Indicator::name);
    fields = new Named<>(this.rulesets, CheckedRuleset::fields, f -> f.id().name());
    clusters = new Named<>(this.rulesets, CheckedRuleset::clusters, c -> c.id().name());
  }

  /** All rule sets that are used, the nearer ones first; those that are not known have been reported. */
  static TestGround of(CheckedRules rules, List<RulesetId> uses) {
    Map<RulesetId, CheckedRuleset> found = new LinkedHashMap<>();
    Deque<RulesetId> open = new ArrayDeque<>(uses);
    while (!open.isEmpty()) {
      RulesetId id = open.remove();
      Optional<CheckedRuleset> fresh = found.containsKey(id) ? Optional.empty() : rules.ruleset(id);
      fresh.ifPresent(ruleset -> {
        found.put(id, ruleset);
        open.addAll(ruleset.uses());
      });
    }
    return new TestGround(found.values());
  }

  List<CheckedRuleset> rulesets() {
    return rulesets;
  }

  boolean isEmpty() {
    return rulesets.isEmpty();
  }

  /** The rule set whose names come before those of others in a test of that subject; empty when it is a figure. */
  Optional<CheckedRuleset> home(String subject) {
    return homes.computeIfAbsent(subject, this::findHome);
  }

  private Optional<CheckedRuleset> findHome(String subject) {
    List<CheckedRuleset> having = Stream.concat(populations.homes(subject), indicators.homes(subject)).toList();
    return rulesets.stream().filter(one -> having.stream().anyMatch(other -> other == one)).findFirst();
  }

  /** Things of one kind, by their names. */
  static final class Named<T> {
    private final Map<String, List<Homed<T>>> byName = new HashMap<>();

    /** A thing of a rule set. */
    private record Homed<T>(CheckedRuleset home, T thing) {}

    private Named(
        List<CheckedRuleset> rulesets, Function<CheckedRuleset, List<T>> things, Function<T, String> named) {
      for (CheckedRuleset home : rulesets) {
        for (T thing : things.apply(home)) {
          byName.computeIfAbsent(named.apply(thing), name -> new ArrayList<>()).add(new Homed<>(home, thing));
        }
      }
    }

    /** All of that name, which may name its rule set too; those of {@code first} before others. */
    List<T> all(String name, Optional<CheckedRuleset> first) {
      List<T> found = new ArrayList<>();
      int own = 0;
      for (Homed<T> one : having(name)) {
        found.add(first.isPresent() && first.get() == one.home() ? own++ : found.size(), one.thing());
      }
      return found;
    }

    boolean has(String name) {
      return !having(name).isEmpty();
    }

    private Stream<CheckedRuleset> homes(String name) {
      return having(name).stream().map(Homed::home);
    }

    private List<Homed<T>> having(String name) {
      List<Homed<T>> found = byName.getOrDefault(TestNames.last(name), List.of());
      Optional<String> ruleset = TestNames.rulesetOf(name);
      return ruleset.isEmpty() ? found
          : found.stream().filter(one -> one.home().name().equals(ruleset.get())).toList();
    }
  }
}
