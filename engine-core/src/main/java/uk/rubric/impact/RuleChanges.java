package uk.rubric.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the rules themselves say differently, whoever the patients are: found by whoever compares rules, and shown
 * beside what it does to patients. Immutable.
 *
 * @param changes in the order of a report
 * @param alike how many ladders are proved to decide alike
 * @param undecided those of which it is neither proved nor refuted, each with why
 */
public record RuleChanges(List<RuleChange> changes, int alike, List<String> undecided) {
  public RuleChanges {
    changes = List.copyOf(changes);
    undecided = List.copyOf(undecided);
  }

  /**
   * One difference.
   *
   * @param kind such as {@code tighter}
   * @param breaking whether what was decided or paid before can come out differently
   */
  public record RuleChange(String kind, String subject, String text, boolean breaking) {}

  /** How many there are of each kind, in the order in which the kinds occur. */
  public Map<String, Long> byKind() {
    return changes.stream()
        .map(RuleChange::kind)
        .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
  }

  /** How many could change what was decided or paid before. */
  public long breaking() {
    return changes.stream().filter(RuleChange::breaking).count();
  }
}
