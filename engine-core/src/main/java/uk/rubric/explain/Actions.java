package uk.rubric.explain;

import uk.rubric.check.Ladder.Action;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;

/** What rules do, in words. */
final class Actions {
  private Actions() {}

  /** Of a ladder: {@code DM_REG selects}. */
  static String says(Action action) {
    return switch (action.kind()) {
      case NEXT -> "hands on";
      case SELECT -> "selects";
      case REJECT -> "rejects";
      case GIVE -> "gives " + action.label().orElseThrow();
    };
  }

  /** Of a patient: {@code selected by rule 11 (T3 rule 2)}. */
  static String done(LadderTrace ladder) {
    String what = ladder.label().orElse(ladder.selected() ? "selected" : "rejected");
    return what + " by rule " + ladder.deciding().number() + block(ladder.deciding());
  }

  /** The number in the block that a rule was made from. */
  static String block(RuleTrace rule) {
    return rule.from().map(from -> " (" + from.block() + " rule " + from.number() + ")").orElse("");
  }
}
