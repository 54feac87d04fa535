package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * In which order the ladders of a plan are asked. A ladder's stratum is one above the highest of the ladders that it
 * needs decided; the ladders of one stratum that ask the same population are one step. First come the steps of
 * patients, then those of each unit, which are asked for each of its entries. Immutable.
 */
final class Steps {
  /** Stands for the unit of the ladders that decide patients. */
  static final int PATIENTS = -1;

  private static final int EVERYONE = -1;

  private final Plan plan;
  private final List<Step> steps = new ArrayList<>();
  private final int[] stepOf;

  // The same for quick questions: by step its parent, by which of its branches the step is asked, and the ladders.
  private final int[] parents;
  private final boolean[][] selecting;
  private final int[][] ladders;
  // Those of unit u stand from starts[u + 1] to starts[u + 2].
  private final int[] starts;

  /** Ladders that are asked together, of a population or, without a parent, of everyone. */
  private record Step(int index, int unit, int stratum, OptionalInt parent, List<Integer> ladders) {}

  Steps(Plan plan) {
    this.plan = plan;
    stepOf = new int[plan.ladders().size()];
    int[] strata = strata(plan.ladders());
    plan.ladders().stream()
        .sorted(Comparator.<PlannedLadder>comparingInt(Steps::unit).thenComparingInt(l -> strata[l.index()]))
        .forEach(ladder -> place(ladder, strata[ladder.index()]));
    parents = steps.stream().mapToInt(step -> step.parent().orElse(EVERYONE)).toArray();
    ladders = steps.stream().map(s -> s.ladders().stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
    starts = IntStream.rangeClosed(PATIENTS, plan.eaches().size()).map(this::before).toArray();
    selecting = Arrays.stream(parents)
        .mapToObj(parent -> parent == EVERYONE ? null : selects(plan.ladders().get(parent)))
        .toArray(boolean[][]::new);
  }

  private static int unit(PlannedLadder ladder) {
    return ladder.each().orElse(PATIENTS);
  }

  private int before(int unit) {
    return (int) steps.stream().filter(step -> step.unit() < unit).count();
  }

  private static int[] strata(List<PlannedLadder> ladders) {
    int[] strata = new int[ladders.size()];
    for (PlannedLadder ladder : ladders) {
      strata[ladder.index()] = ladder.needs().stream().mapToInt(needed -> strata[needed] + 1).max().orElse(0);
    }
    return strata;
  }

  private void place(PlannedLadder ladder, int stratum) {
    Step step =
        steps.stream()
            .filter(s -> s.unit() == unit(ladder) && s.stratum() == stratum && s.parent().equals(ladder.parent()))
            .findFirst()
            .orElseGet(() -> add(unit(ladder), stratum, ladder.parent()));
    step.ladders().add(ladder.index());
    stepOf[ladder.index()] = step.index();
  }

  private Step add(int unit, int stratum, OptionalInt parent) {
    steps.add(new Step(steps.size(), unit, stratum, parent, new ArrayList<>()));
    return steps.get(steps.size() - 1);
  }

  private static boolean[] selects(PlannedLadder ladder) {
    boolean[] selects = new boolean[1 + 2 * ladder.ladder().rules().size()];
    for (int branch = 1; branch < selects.length; branch++) {
      selects[branch] = ladder.action(branch).kind() == ActionKind.SELECT;
    }
    return selects;
  }

  /** The number of the first step of a unit, or of {@link #PATIENTS}; steps are asked in the order of their numbers. */
  int start(int unit) {
    return starts[unit + 1];
  }

  /** One past the last step of a unit. */
  int end(int unit) {
    return starts[unit + 2];
  }

  /** How many steps there are, those of all units included: they have numbers from 0. */
  int count() {
    return parents.length;
  }

  /** The step of a ladder. */
  int stepOf(int ladder) {
    return stepOf[ladder];
  }

  /** Whether the ladders of a step are asked about the patient of a row, for whom all steps before it are decided. */
  boolean isAsked(int step, FieldRow row) {
    int parent = parents[step];
    if (parent == EVERYONE) {
      return true;
    }
    int branch = row.branch(parent);
    return branch > 0 && selecting[step][branch];
  }

  /**
   * Asks the steps of a unit or of {@link #PATIENTS}, one after the other, each when it is its turn and the row is
   * asked.
   *
   * @param ask puts a step to the row
   * @throws IllegalStateException as {@link #requireDecided}
   */
  void decide(int unit, FieldRow row, IntConsumer ask) {
    int asked = 0;
    boolean areDecided = true;
    for (int step = start(unit); step < end(unit); step++) {
      if (isAsked(step, row)) {
        ask.accept(step);
        asked += ladders[step].length;
        for (int ladder : ladders[step]) {
          areDecided &= row.branch(ladder) > 0;
        }
      }
    }
    // When each has decided and there were no more decisions than that, each has decided once, and nobody else.
    if (!areDecided || row.decisions() != asked) {
      requireDecided(unit, row);
    }
  }

  /**
   * Sees that a row is decided in full, by the ladders of a unit or of {@link #PATIENTS}: by each that is asked once,
   * and by no other since they were to decide.
   *
   * @throws IllegalStateException a fault of this program, naming the ladder
   */
  void requireDecided(int unit, FieldRow row) {
    int asked = 0;
    for (int step = start(unit); step < end(unit); step++) {
      if (isAsked(step, row)) {
        asked += ladders[step].length;
        for (int ladder : ladders[step]) {
          requireDecided(ladder, row.branch(ladder));
        }
      }
    }
    if (row.decisions() != asked) {
      throw unasked(unit, row);
    }
  }

  private void requireDecided(int ladder, int branch) {
    if (branch <= 0) {
      throw fault(ladder, branch == FieldRow.TWICE ? "decided twice" : "did not decide");
    }
  }

  private IllegalStateException unasked(int unit, FieldRow row) {
    return IntStream.range(0, stepOf.length)
        .filter(ladder -> row.branch(ladder) != 0 && !isAskedHere(unit, ladder, row))
        .mapToObj(ladder -> fault(ladder, "decided unasked"))
        .findFirst()
        .orElseThrow();
  }

  private boolean isAskedHere(int unit, int ladder, FieldRow row) {
    int step = stepOf[ladder];
    int of = unit(plan.ladders().get(ladder));
    return (of == unit || of == PATIENTS) && isAsked(step, row);
  }

  private IllegalStateException fault(int index, String what) {
    PlannedLadder ladder = plan.ladders().get(index);
    return new IllegalStateException(
        "the " + ladder.kind().word() + " ladder of " + ladder.ruleset() + " " + ladder.owner() + " " + what);
  }
}
