package uk.rubric.check;

import java.util.List;
import java.util.Optional;

/** All rule sets and services of one run, in the order of their files and within each file. Immutable. */
public record CheckedRules(List<CheckedRuleset> rulesets, List<CheckedService> services) {
  public CheckedRules {
    rulesets = List.copyOf(rulesets);
    services = List.copyOf(services);
  }

  /** The rule set of that name, of which there is one. */
  public Optional<CheckedRuleset> ruleset(String name) {
    return rulesets.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** The service of that name, of which there is one. */
  public Optional<CheckedService> service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
