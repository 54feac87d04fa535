package uk.rubric.compose;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Rule sets as they are in effect, by the node that was written. */
final class Rulesets {
  private final Map<RulesetNode, RulesetNode> effective = new IdentityHashMap<>();
  private final List<RulesetNode> written;

  Rulesets(List<RulesetNode> written) {
    this.written = written;
  }

  void put(RulesetNode node, RulesetNode inEffect) {
    effective.put(node, inEffect);
  }

  /** What a rule set is in effect; empty when it could not be composed. */
  Optional<RulesetNode> of(RulesetNode node) {
    return Optional.ofNullable(effective.get(node));
  }

  /** The rule set as written of that name, and version when one is asked for. */
  Optional<RulesetNode> named(Name name, Optional<Text> version) {
    return written.stream()
        .filter(r -> r.name().text().equals(name.text()))
        .filter(r -> version.map(v -> v.text().equals(r.version().text())).orElse(true))
        .findFirst();
  }

  List<RulesetNode> written() {
    return written;
  }
}
