package uk.rubric.explain;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.explain.Explanation.Standing;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;

/** Explains, by the plain meaning of the rules, why a patient is where they are. Thread-safe; keeps nothing. */
public final class Explainer {
  private final Plan plan;

  public Explainer(Plan plan) {
    this.plan = plan;
  }

  /**
   * Why a patient is in or out.
   *
   * @param output one of the plan's
   */
  public Explanation explain(PatientRecord patient, Output output) {
    PatientView view = new PatientView(plan, patient);
    PatientOutcome outcome = ReferenceEvaluator.outcome(plan, view);
    Citations citations = new Citations(plan, patient);
    Evidence evidence = new Evidence(plan, view, citations);
    Absence absence = new Absence(plan, patient, view);
    List<LadderTrace> traces = new ArrayList<>();
    for (PlannedLadder ladder : onTheWay(output)) {
      if (outcome.branch(ladder.index()) != 0) {
        traces.add(trace(ladder, outcome, rule -> trace(rule, view, evidence, absence)));
      }
    }
    return new Explanation(plan.service().name(), plan.achievementDate(), plan.mode(), patient.practice(),
        patient.patientId(), output, standing(output, outcome), traces, citations.facts(),
        UsedNotes.of(plan, traces, evidence.fields(), citations.clusters()), outcome);
  }

  /** The populations from everyone down, then the denominator and the numerator. */
  private List<PlannedLadder> onTheWay(Output output) {
    LinkedList<PlannedLadder> ladders = new LinkedList<>();
    for (OptionalInt next = output.population(); next.isPresent(); next = ladders.getFirst().parent()) {
      ladders.addFirst(plan.ladders().get(next.getAsInt()));
    }
    output.denominator().ifPresent(index -> ladders.add(plan.ladders().get(index)));
    output.numerator().ifPresent(index -> ladders.add(plan.ladders().get(index)));
    return ladders;
  }

  private static LadderTrace trace(
      PlannedLadder ladder, PatientOutcome outcome, Function<Rule, RuleTrace> traceOf) {
    Rule deciding = ladder.rule(outcome.branch(ladder.index()));
    List<RuleTrace> rules = new ArrayList<>();
    for (Rule rule : ladder.ladder().rules()) {
      rules.add(traceOf.apply(rule));
      if (rule == deciding) {
        break;
      }
    }
    return new LadderTrace(ladder.kind(), ladder.ruleset(), ladder.owner(), outcome.selected(ladder), rules);
  }

  private RuleTrace trace(Rule rule, PatientView view, Evidence evidence, Absence absence) {
    rule.condition().ifPresent(evidence::cite);
    boolean held = rule.condition().map(view::holds).orElse(true);
    List<Finding> findings =
        rule.condition().map(condition -> Findings.of(plan, view, absence, condition)).orElse(List.of());
    return new RuleTrace(rule.number(), rule.condition().map(c -> Findings.written(c.span())), held,
        rule.action(held), findings, rule.span());
  }

  private Standing standing(Output output, PatientOutcome outcome) {
    boolean inPopulation = isSelected(output.population(), outcome);
    if (output.register()) {
      return inPopulation ? Standing.REGISTER : Standing.NOT_IN_REGISTER;
    } else if (!inPopulation) {
      return Standing.NOT_IN_POPULATION;
    } else if (output.isRegisterOnly()) {
      return Standing.POPULATION;
    } else if (!isSelected(output.denominator(), outcome)) {
      return Standing.REJECTED;
    }
    return isSelected(output.numerator(), outcome) ? Standing.NUMERATOR : Standing.DENOMINATOR;
  }

  /** Everyone is selected where there is no ladder. */
  private boolean isSelected(OptionalInt ladder, PatientOutcome outcome) {
    return ladder.isEmpty() || outcome.selected(plan.ladders().get(ladder.getAsInt()));
  }
}
