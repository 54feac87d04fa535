package uk.rubric.worklist;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.RulesetNode.ReasonKind;
import uk.rubric.worklist.Worklist.Rejection;
import uk.rubric.worklist.Worklist.Standing;

/** The indicators of a plan that decide patients by a denominator and numerator, and who is left to do in them. */
final class Workable {
  private final Plan plan;
  private final List<Output> indicators;

  Workable(Plan plan) {
    this.plan = plan;
    indicators = plan.outputs().stream().filter(this::isCovered).toList();
  }

  /** Whether it decides patients by a denominator and numerator, and is the only one of its name. */
  private boolean isCovered(Output output) {
    return isIndicator(output) && output.each().isEmpty()
        && plan.outputs().stream().filter(o -> isIndicator(o) && o.id().equals(output.id())).count() == 1;
  }

  private static boolean isIndicator(Output output) {
    return !output.register() && output.denominator().isPresent() && output.numerator().isPresent();
  }

  /** In the order of the report. */
  List<Output> indicators() {
    return indicators;
  }

  /** Those that decide entries, or whose name stands for two. */
  List<String> notCovered() {
    return plan.outputs().stream()
        .filter(o -> isIndicator(o) && !isCovered(o)).map(Output::id).distinct().toList();
  }

  /** The indicators, by their place in {@link #indicators()}, whose numerator selected. */
  BitSet achieved(int[] branches) {
    BitSet achieved = new BitSet(indicators.size());
    for (int i = 0; i < indicators.size(); i++) {
      achieved.set(i, kind(branches, indicators.get(i).numerator().getAsInt()).equals(Optional.of(ActionKind.SELECT)));
    }
    return achieved;
  }

  /**
   * An indicator that a patient has not achieved.
   *
   * @param indicator its place in {@link #indicators()}
   */
  record Left(int indicator, Standing standing, Optional<Rejection> rejection) {}

  /** What is left to do; who is excluded, or not in the population, is nobody's work. */
  List<Left> left(int[] branches) {
    List<Left> left = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      left(branches, i).ifPresent(left::add);
    }
    return left;
  }

  private Optional<Left> left(int[] branches, int indicator) {
    Output output = indicators.get(indicator);
    PlannedLadder denominator = plan.ladders().get(output.denominator().getAsInt());
    int branch = branches[denominator.index()];
    Optional<Action> action = denominator.decided(branch);
    if (action.isEmpty()) {
      return Optional.empty();
    }
    if (action.get().kind() == ActionKind.SELECT) {
      Optional<ActionKind> done = kind(branches, output.numerator().getAsInt());
      return done.filter(k -> k != ActionKind.SELECT)
          .map(k -> new Left(indicator, Standing.NOT_ACHIEVED, Optional.empty()));
    }
    return action.get().reason().filter(reason -> reason.kind() != ReasonKind.EXCLUSION).map(reason ->
        new Left(indicator, Standing.EXCEPTED,
            Optional.of(new Rejection(denominator.rule(branch).number(), reason))));
  }

  private Optional<ActionKind> kind(int[] branches, int ladder) {
    return plan.ladders().get(ladder).decided(branches[ladder]).map(Action::kind);
  }
}
