package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.RowTest;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;

/**
 * The ladders of a plan as mutually exclusive rules. A ladder is read from the top; the rule that acts is the first
 * whose action is terminal. That order lies in the constraints alone: a branch of rule <i>i</i> asks for the
 * ladder's step, for what lets a patient pass rules 1 to <i>i</i> - 1, and then for the outcome of condition <i>i</i>.
 */
final class BranchRules {
  private final Steps steps;
  private final FieldExtractor fields;
  private final Map<String, RowTest> tests = new HashMap<>();
  private final List<BranchRule> rules = new ArrayList<>();

  private BranchRules(Steps steps, FieldExtractor fields) {
    this.steps = steps;
    this.fields = fields;
  }

  /** All branches of all ladders. */
  static List<BranchRule> of(Plan plan, FieldExtractor fields) {
    BranchRules collected = new BranchRules(new Steps(plan), fields);
    plan.ladders().forEach(collected::addLadder);
    return List.copyOf(collected.rules);
  }

  private void addLadder(PlannedLadder ladder) {
    List<Constraint> reached = new ArrayList<>();
    reached.add(Constraint.inStep(steps.stepOf(ladder.index())));
    List<Rule> steps = ladder.ladder().rules();
    for (int i = 0; i < steps.size(); i++) {
      Rule step = steps.get(i);
      if (step.condition().isPresent()) {
        addChoice(ladder, i, step, reached);
      } else if (step.whenTrue().isTerminal()) {
        rules.add(new BranchRule(ladder, PlannedLadder.branch(i, true), reached));
      }
      if (step.whenTrue().isTerminal() && step.whenFalse().isTerminal()) {
        return;
      }
    }
  }

  /** Adds the branches of a rule that end there, and to {@code reached} what it takes to pass the rule. */
  private void addChoice(PlannedLadder ladder, int index, Rule step, List<Constraint> reached) {
    RowTest test = test(step.condition().get());
    List<Constraint> passing = new ArrayList<>();
    for (boolean holds : new boolean[] {true, false}) {
      Constraint outcome = Constraint.outcome(step.condition().get(), test, holds);
      if (step.action(holds).isTerminal()) {
        List<Constraint> constraints = new ArrayList<>(reached);
        constraints.add(outcome);
        rules.add(new BranchRule(ladder, PlannedLadder.branch(index, holds), constraints));
      } else {
        passing.add(outcome);
      }
    }
    // When both ways lead on, the rule decides nothing and nothing need be asked.
    if (passing.size() == 1) {
      reached.addAll(passing);
    }
  }

  /** Conditions of one text are one condition, wherever they stand: a patient is asked once. */
  private RowTest test(Condition condition) {
    return tests.computeIfAbsent(ConditionText.of(condition), text -> fields.test(condition));
  }
}
