package uk.rubric.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * Something by which every patient record is in exactly one state, counted at the end: on the list, on a register, with
 * a label, or how it stands for an indicator. State 0 is outside. States with one origin are learnt from together.
 * Immutable.
 */
sealed interface Question {
  /** How many states there are. */
  int states();

  /** How many origins there are, that of state 0 first. */
  default int origins() {
    return states();
  }

  /** The origin of a state, from 0. */
  default int origin(int state) {
    return state;
  }

  /** The state of a record. */
  int state(int[] branches, boolean registered);

  /** All questions of a plan, of ladders that decide patients. */
  static List<Question> of(Plan plan) {
    List<Question> questions = new ArrayList<>(List.of(new OnList()));
    for (PlannedLadder ladder : plan.ladders()) {
      if (ladder.each().isEmpty() && List.of(Kind.REGISTER, Kind.GROUP, Kind.COHORT).contains(ladder.kind())) {
        questions.add(new InPopulation(ladder));
      } else if (ladder.each().isEmpty() && ladder.kind() == Kind.CLASSIFICATION) {
        questions.add(Labelled.of(ladder));
      }
    }
    plan.outputs().stream().filter(Question::isDecided).forEach(output -> questions.add(Decided.of(plan, output)));
    return List.copyOf(questions);
  }

  /** Whether an output is an indicator that decides patients by a denominator and numerator. */
  static boolean isDecided(Output output) {
    return !output.register() && output.each().isEmpty() && output.denominator().isPresent()
        && output.numerator().isPresent();
  }

  /** Whether a record's patient is registered on the last day. */
  record OnList() implements Question {
    @Override
    public int states() {
      return 2;
    }

    @Override
    public int state(int[] branches, boolean registered) {
      return registered ? 1 : 0;
    }
  }

  /** Whether a register, group or cohort selects. */
  record InPopulation(PlannedLadder ladder) implements Question {
    @Override
    public int states() {
      return 2;
    }

    @Override
    public int state(int[] branches, boolean registered) {
      return ladder.decided(branches[ladder.index()]).filter(a -> a.kind() == ActionKind.SELECT).isPresent() ? 1 : 0;
    }
  }

  /** Which label a classification gives: state {@code i + 1} is the label in place {@code i}. */
  record Labelled(PlannedLadder ladder, List<String> labels) implements Question {
    static Labelled of(PlannedLadder ladder) {
      return new Labelled(ladder, actions(ladder).flatMap(a -> a.label().stream()).distinct().toList());
    }

    @Override
    public int states() {
      return labels.size() + 1;
    }

    @Override
    public int state(int[] branches, boolean registered) {
      return ladder.decided(branches[ladder.index()]).flatMap(Action::label).map(l -> labels.indexOf(l) + 1).orElse(0);
    }
  }

  /** Which rule of a denominator rejects, and why. */
  record Rejection(int rule, Reason reason) {}

  /** How a patient stands for an indicator: state {@code i + FIRST_REJECTION} is the rejection in place {@code i}. */
  record Decided(String id, PlannedLadder denominator, PlannedLadder numerator, List<Rejection> rejections)
      implements Question {
    static final int OUTSIDE = 0;
    static final int ACHIEVED = 1;
    static final int NOT_ACHIEVED = 2;
    static final int FIRST_REJECTION = 3;
    private static final int ORIGINS = 4;

    static Decided of(Plan plan, Output output) {
      PlannedLadder denominator = plan.ladders().get(output.denominator().getAsInt());
      List<Rejection> rejections = branches(denominator)
          .filter(branch -> denominator.action(branch).kind() == ActionKind.REJECT)
          .map(branch -> rejection(denominator, branch))
          .distinct().collect(Collectors.toList());
      return new Decided(output.id(), denominator, plan.ladders().get(output.numerator().getAsInt()), rejections);
    }

    private static Rejection rejection(PlannedLadder denominator, int branch) {
      return new Rejection(denominator.rule(branch).number(), denominator.action(branch).reason().orElseThrow());
    }

    @Override
    public int states() {
      return FIRST_REJECTION + rejections.size();
    }

    @Override
    public int origins() {
      return ORIGINS;
    }

    @Override
    public int origin(int state) {
      return Math.min(state, FIRST_REJECTION);
    }

    @Override
    public int state(int[] branches, boolean registered) {
      int branch = branches[denominator.index()];
      if (branch == 0) {
        return OUTSIDE;
      }
      if (denominator.action(branch).kind() == ActionKind.REJECT) {
        return FIRST_REJECTION + rejections.indexOf(rejection(denominator, branch));
      }
      return numerator.decided(branches[numerator.index()]).filter(a -> a.kind() == ActionKind.SELECT).isPresent()
          ? ACHIEVED : NOT_ACHIEVED;
    }
  }

  private static Stream<Integer> branches(PlannedLadder ladder) {
    return Stream.iterate(1, branch -> branch <= 2 * ladder.ladder().rules().size(), branch -> branch + 1);
  }

  private static Stream<Action> actions(PlannedLadder ladder) {
    return branches(ladder).map(ladder::action);
  }
}
