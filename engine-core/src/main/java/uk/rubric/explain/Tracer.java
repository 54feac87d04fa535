package uk.rubric.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;

/** Goes through ladders rule by rule, and through those that their conditions ask, each once; cites the facts used. */
final class Tracer {
  private final Plan plan;
  private final Asked asked;
  private final Decisions decisions;
  private final Absence absence;
  private final Evidence evidence;
  private final Map<Integer, LadderTrace> traces = new LinkedHashMap<>();

  /** @param view of the patient, or of the entry that is looked at */
  Tracer(Plan plan, PatientRecord patient, PatientView view, Decisions decisions, Citations citations) {
    this.plan = plan;
    this.asked = Asked.ofPatient(view, decisions);
    this.decisions = decisions;
    this.absence = new Absence(plan, patient, view);
    this.evidence =
        new Evidence(plan, asked, citations, population -> decisions.towards(population).forEach(this::trace));
  }

  Evidence evidence() {
    return evidence;
  }

  /** The fields on which all traces so far rest. */
  Set<FieldId> fields() {
    return evidence.fields();
  }

  /** In the order of {@code ladders}, which must have been asked. */
  List<LadderTrace> traces(List<PlannedLadder> ladders) {
    return ladders.stream().map(this::trace).toList();
  }

  /** All others that were traced, each after those it asked. */
  List<LadderTrace> others(List<PlannedLadder> ladders) {
    List<LadderTrace> others = new ArrayList<>();
    traces.forEach((index, trace) -> {
      if (!ladders.contains(plan.ladders().get(index))) {
        others.add(trace);
      }
    });
    return others;
  }

  /** The checker has seen that ladders do not ask each other in circles, so this ends. */
  private LadderTrace trace(PlannedLadder ladder) {
    if (!traces.containsKey(ladder.index())) {
      traces.put(ladder.index(), met(ladder));
    }
    return traces.get(ladder.index());
  }

  private LadderTrace met(PlannedLadder ladder) {
    int branch = decisions.branch(ladder);
    Rule deciding = ladder.rule(branch);
    List<RuleTrace> rules = new ArrayList<>();
    for (Rule rule : ladder.ladder().rules()) {
      rules.add(met(rule));
      if (rule == deciding) {
        break;
      }
    }
    boolean selected = ladder.action(branch).kind() == ActionKind.SELECT;
    return new LadderTrace(ladder.kind(), ladder.ruleset(), ladder.owner(), selected, rules);
  }

  private RuleTrace met(Rule rule) {
    rule.condition().ifPresent(evidence::cite);
    boolean held = rule.condition().map(asked::holds).orElse(true);
    List<Finding> findings = rule.condition()
        .map(condition -> Findings.of(plan, asked, decisions, absence, condition)).orElse(List.of());
    return new RuleTrace(rule.number(), rule.condition().map(c -> Findings.written(c.span())), held,
        rule.action(held), findings, rule.from(), rule.span());
  }
}
