package uk.rubric.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * What an achieving patient would need and one patient lacks, in the words of the rules: it says nothing of the record.
 * For one thread.
 */
public final class Lacking {
  private final Plan plan;
  private final Asked asked;
  private final Decisions decisions;
  private final Absence absence;

  /** Of one patient. */
  public Lacking(Plan plan, PatientRecord patient) {
    this.plan = plan;
    PatientView view = new PatientView(plan, patient);
    decisions = new Decisions(plan, ReferenceEvaluator.outcome(plan, view).branches());
    asked = Asked.ofPatient(view, decisions);
    absence = new Absence(plan, patient, view);
  }

  /**
   * The conditions of an indicator's numerator that fail, each as it is written, whether or not the patient is in the
   * denominator; of a rule that rejects those for whom its condition holds, {@code not (…)}. Empty for one who
   * achieves.
   *
   * @param indicator one of patients that has a numerator
   */
  public List<String> of(Output indicator) {
    List<String> lacking = new ArrayList<>();
    for (Rule rule : plan.ladders().get(indicator.numerator().getAsInt()).ladder().rules()) {
      boolean held = rule.condition().map(asked::holds).orElse(true);
      ActionKind done = rule.action(held).kind();
      if (done == ActionKind.SELECT) {
        return List.of();
      }
      rule.condition().ifPresent(condition -> add(rule, condition, held, lacking));
      if (done == ActionKind.REJECT) {
        break;
      }
    }
    return lacking.stream().distinct().toList();
  }

  private void add(Rule rule, Condition condition, boolean held, List<String> lacking) {
    ActionKind other = rule.action(!held).kind();
    boolean rejected = rule.action(held).kind() == ActionKind.REJECT;
    if (held && rejected) {
      lacking.add("not (" + Findings.written(condition.span()) + ")");
    } else if (!held && (rejected || other == ActionKind.SELECT)) {
      parts(condition).filter(part -> !asked.holds(part)).map(this::text).forEach(lacking::add);
    }
  }

  private static Stream<Condition> parts(Condition condition) {
    return condition instanceof Condition.AllOf all
        ? all.parts().stream().flatMap(Lacking::parts) : Stream.of(condition);
  }

  /** Of one bound of a span of two the finding knows the words. */
  private String text(Condition part) {
    return part instanceof Condition.Comparison
        ? Findings.of(plan, asked, decisions, absence, part).get(0).text()
        : Findings.written(part.span());
  }
}
