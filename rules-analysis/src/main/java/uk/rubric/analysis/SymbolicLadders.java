package uk.rubric.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;

/** How a patient of whom nothing is known goes through the ladders of a plan. Not thread-safe. */
final class SymbolicLadders {
  private final Plan plan;
  private final Solver solver;
  private final SymbolicView view;
  private final Map<Integer, Paths> known = new HashMap<>();

  /**
   * The ways through one ladder.
   *
   * @param asked whether the ladder is asked
   * @param reached for each rule whether the patient comes to it
   * @param holds for each rule whether its condition holds
   */
  record Paths(Proposition asked, List<Proposition> reached, List<Proposition> holds) {}

  SymbolicLadders(Plan plan, Solver solver, SymbolicView view) {
    this.plan = plan;
    this.solver = solver;
    this.view = view;
  }

  Paths paths(int ladder) {
    Paths paths = known.get(ladder);
    if (paths == null) {
      paths = follow(plan.ladders().get(ladder));
      view.keep(known, ladder, paths);
    }
    return paths;
  }

  private Paths follow(PlannedLadder ladder) {
    if (ladder.each().isPresent()) {
      throw new Unsupported("ladders of each entry are not put to the solver yet");
    }
    Proposition asked =
        ladder.parent().isPresent() ? selected(ladder.parent().getAsInt()) : solver.truth(true);
    List<Proposition> reached = new ArrayList<>();
    List<Proposition> holds = new ArrayList<>();
    Proposition here = asked;
    for (Rule rule : ladder.ladder().rules()) {
      Proposition condition = rule.condition().map(view::holds).orElse(solver.truth(true));
      reached.add(here);
      holds.add(condition);
      here = solver.all(here, goesOn(rule, condition));
    }
    return new Paths(asked, reached, holds);
  }

  private Proposition goesOn(Rule rule, Proposition condition) {
    boolean whenTrue = !rule.whenTrue().isTerminal();
    boolean whenFalse = !rule.whenFalse().isTerminal();
    if (whenTrue && whenFalse) {
      return solver.truth(true);
    }
    return whenTrue ? condition : whenFalse ? solver.not(condition) : solver.truth(false);
  }

  Proposition takes(int ladder, int rule, boolean conditionHolds) {
    Paths paths = paths(ladder);
    Proposition condition = paths.holds().get(rule);
    return solver.all(paths.reached().get(rule), conditionHolds ? condition : solver.not(condition));
  }

  private Proposition selected(int ladder) {
    return outcomes(ladder).getOrDefault(Outcomes.SELECT, solver.truth(false));
  }

  /** Each outcome of a ladder, in the words of {@link Outcomes}, with when it comes about. */
  Map<String, Proposition> outcomes(int ladder) {
    Map<String, List<Proposition>> ways = new LinkedHashMap<>();
    Paths paths = paths(ladder);
    ways.computeIfAbsent(Outcomes.NOT_ASKED, a -> new ArrayList<>()).add(solver.not(paths.asked()));
    List<Rule> rules = plan.ladders().get(ladder).ladder().rules();
    for (int i = 0; i < rules.size(); i++) {
      for (boolean holds : new boolean[] {true, false}) {
        Action action = rules.get(i).action(holds);
        if (action.isTerminal()) {
          ways.computeIfAbsent(Outcomes.word(action), a -> new ArrayList<>()).add(takes(ladder, i, holds));
        }
      }
    }
    Map<String, Proposition> outcomes = new LinkedHashMap<>();
    ways.forEach((word, parts) -> outcomes.put(word, solver.any(parts)));
    return outcomes;
  }
}
