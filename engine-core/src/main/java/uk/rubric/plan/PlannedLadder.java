package uk.rubric.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;

/**
 * A ladder with its place in the plan.
 *
 * @param index from 0, in {@link Plan#ladders()}
 * @param owner the register, group or indicator, as the rules name it
 * @param parent the ladder that must select a patient before this one is asked; empty for everyone
 * @param needs the ladders that must have decided first, each before this one: parent and those its conditions ask
 * @param each the unit that it decides, from {@link Plan#eaches()}; empty for patients
 */
public record PlannedLadder(
    int index,
    String ruleset,
    String owner,
    Kind kind,
    OptionalInt parent,
    List<Integer> needs,
    OptionalInt each,
    Ladder ladder) {
  public PlannedLadder {
    needs = List.copyOf(needs);
  }

  /** What a ladder decides. */
  public enum Kind {
    GROUP,
    COHORT,
    REGISTER,
    /** Gives labels. */
    CLASSIFICATION,
    DENOMINATOR,
    NUMERATOR;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The code of a branch in outcomes: which rule, and which way its condition went. 0 is kept for "not asked".
   *
   * @param rule index of the rule in the ladder, from 0
   */
  public static int branch(int rule, boolean conditionHolds) {
    return 1 + 2 * rule + (conditionHolds ? 0 : 1);
  }

  /** The rule of a branch other than 0. */
  public Rule rule(int branch) {
    return ladder.rules().get((branch - 1) / 2);
  }

  /** The terminal action of a branch other than 0. */
  public Action action(int branch) {
    return rule(branch).action((branch - 1) % 2 == 0);
  }

  /** What a branch did, or nothing for 0. */
  public Optional<Action> decided(int branch) {
    return branch == 0 ? Optional.empty() : Optional.of(action(branch));
  }
}
