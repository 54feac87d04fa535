package uk.rubric.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.RulesetId;

/** All rule sets, services and tests of one run, in the order of their files and within each file. Immutable. */
public record CheckedRules(
    List<CheckedRuleset> rulesets, List<CheckedService> services, List<CheckedTest> tests) {
  /** Rules without tests. */
  public CheckedRules(List<CheckedRuleset> rulesets, List<CheckedService> services) {
    this(rulesets, services, List.of());
  }

  public CheckedRules {
    rulesets = List.copyOf(rulesets);
    services = List.copyOf(services);
    tests = List.copyOf(tests);
  }

  /** The rule set of that name and version, of which there is one. */
  public Optional<CheckedRuleset> ruleset(RulesetId id) {
    return rulesets.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** The rule set of that name; empty when there is none, or several versions. */
  public Optional<CheckedRuleset> ruleset(String name) {
    List<CheckedRuleset> named = rulesets.stream().filter(r -> r.name().equals(name)).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** The rule sets that a service stands on, in the order of its uses, each followed by what it uses itself. */
  public List<CheckedRuleset> used(CheckedService service) {
    Map<RulesetId, CheckedRuleset> found = new LinkedHashMap<>();
    service.uses().forEach(id -> add(id, found));
    return List.copyOf(found.values());
  }

  private void add(RulesetId id, Map<RulesetId, CheckedRuleset> found) {
    if (!found.containsKey(id)) {
      CheckedRuleset ruleset = ruleset(id).orElseThrow();
      found.put(id, ruleset);
      ruleset.uses().forEach(used -> add(used, found));
    }
  }

  /** The service of that name, of which there is one. */
  public Optional<CheckedService> service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
