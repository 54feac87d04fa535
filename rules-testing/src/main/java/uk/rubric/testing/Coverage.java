package uk.rubric.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.Span;

/**
 * How much of the rules some tests reach. Counted over the parts of the rules, never over lines: another layout of the
 * same rules has the same coverage. Immutable.
 *
 * @param ladders of all services of the tests, each once
 */
public record Coverage(List<OfLadder> ladders) {
  public Coverage {
    ladders = List.copyOf(ladders);
  }

  /** What is counted. */
  public enum Measure {
    /** Each rule is reached. */
    RULES,
    /** Each terminal action of a rule is taken. */
    OUTCOMES,
    /** Each comparison and question of a condition comes out true and comes out false. */
    CONDITIONS,
    /**
     * Of each limit both sides are met, at the nearest step: a day, a year of age, one in the last place of a value.
     */
    BOUNDARIES;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How one part stands. */
  public enum State {
    COVERED,
    /** No test comes to it, and the rule file says that nobody can. */
    ACKNOWLEDGED,
    /** No test comes to it, and it is proved that nobody can, on any achievement date of the period. */
    IMPOSSIBLE,
    /** No test comes to it, and neither a patient nor a proof was found. */
    UNDECIDED,
    /** No test comes to it. */
    UNCOVERED;

    /** Whether it is no gap in the tests. */
    public boolean isSettled() {
      return this == COVERED || this == ACKNOWLEDGED || this == IMPOSSIBLE;
    }

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One part.
   *
   * @param what in a reader's words, such as {@code `PAT_AGE < 17 years` is true}
   * @param patient who would cover it, on one line
   * @param test ready to stand in a rule file, that covers it
   * @param why it is undecided, if that is known
   */
  public record Item(
      Measure measure,
      String what,
      Span span,
      State state,
      Optional<String> patient,
      Optional<String> test,
      Optional<String> why) {}

  /** The parts of one rule. */
  public record OfRule(int number, Span span, List<Item> items) {
    public OfRule {
      items = List.copyOf(items);
    }

    /** Whether a test reaches it. */
    public boolean isReached() {
      return items.stream().anyMatch(i -> i.measure() == Measure.RULES && i.state() == State.COVERED);
    }
  }

  /** The parts of one ladder. */
  public record OfLadder(String ruleset, String owner, PlannedLadder.Kind kind, Span span, List<OfRule> rules) {
    public OfLadder {
      rules = List.copyOf(rules);
    }

    /** {@code DM020 denominator}, or the owner alone. */
    public String name() {
      return kind == PlannedLadder.Kind.DENOMINATOR || kind == PlannedLadder.Kind.NUMERATOR
          ? owner + " " + kind.word() : owner;
    }

    /** All its parts. */
    public Stream<Item> items() {
      return rules.stream().flatMap(rule -> rule.items().stream());
    }
  }

  /** Parts of one measure: {@code settled} are covered, acknowledged or proved impossible. */
  public record Count(long settled, long total) {
    @Override
    public String toString() {
      return settled + "/" + total;
    }
  }

  /** All parts. */
  public Stream<Item> items() {
    return ladders.stream().flatMap(OfLadder::items);
  }

  /** The count of some parts by one measure. */
  public static Count count(Stream<Item> items, Measure measure) {
    List<Item> counted = items.filter(i -> i.measure() == measure).toList();
    return new Count(counted.stream().filter(i -> i.state().isSettled()).count(), counted.size());
  }

  /** How many parts stand so. */
  public long count(State state) {
    return items().filter(i -> i.state() == state).count();
  }
}
