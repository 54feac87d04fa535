package uk.rubric.difference;

import java.util.Comparator;
import java.util.List;
import uk.rubric.check.CheckedRules;

/**
 * What differs between two versions of rules. Immutable.
 *
 * @param dates the period whose dates both were given
 * @param changes by kind and subject
 * @param alike the ladders of which it is proved that every patient comes to the same outcome, with the same reason
 * @param undecided the ladders of which it is neither proved nor refuted, each with why
 */
public record RulesDifference(String dates, List<Change> changes, List<String> alike, List<String> undecided) {
  public RulesDifference {
    changes = changes.stream()
        .sorted(Comparator.comparing(Change::kind).thenComparing(Change::subject))
        .toList();
    alike = List.copyOf(alike);
    undecided = List.copyOf(undecided);
  }

  /**
   * Compares rules by what they decide and pay. Both are given the dates of the new period: what differs because a
   * year has passed is no difference of rules. Code clusters of one name count as one; what changes in them is a
   * difference of its own.
   */
  public static RulesDifference of(CheckedRules old, CheckedRules fresh) {
    return new Comparison(old, fresh).result();
  }

  /** Whether it is proved that nothing differs but text. */
  public boolean isEqual() {
    return undecided.isEmpty() && changes.stream().allMatch(change -> change.kind() == Change.Kind.TEXT);
  }
}
