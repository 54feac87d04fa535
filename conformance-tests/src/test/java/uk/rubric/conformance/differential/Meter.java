package uk.rubric.conformance.differential;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/** Counts what the decisions of one plan met on their way. */
final class Meter {
  private static final String BOUND = "(?:\\((?:[^()]*)\\)|[A-Z0-9_a-z-]+)(?: [+-] \\d+ [a-z]+)?";
  private static final Pattern SPAN =
      Pattern.compile(" (?:(from|after) " + BOUND + ")?(?: ?(to|before) " + BOUND + ")?");

  private final Met met;
  private final Plan plan;

  Meter(Met met, Plan plan) {
    this.met = met;
    this.plan = plan;
  }

  /** Counts the spans of the text, each as often as there are patients. */
  void countSpans(String text, int patients) {
    Matcher matcher = SPAN.matcher(text.substring(0, text.indexOf("service SERVICE")));
    while (matcher.find()) {
      String words = words(matcher.group(1)) + words(matcher.group(2));
      if (!words.isEmpty()) {
        met.count("span" + words, patients);
      }
    }
  }

  private static String words(String word) {
    return word == null ? "" : " " + word;
  }

  void count(PatientRecord record, PatientOutcome outcome) {
    PatientView patient = new PatientView(plan, record);
    for (CheckedField field : plan.fields()) {
      String form = field.definition().accept(new FieldMeter(met, plan, patient));
      met.count("field " + form + (ConditionMeter.isRecorded(patient, field) ? " recorded" : " not recorded"));
    }
    for (PlannedLadder ladder : plan.ladders()) {
      count(ladder, patient, outcome);
    }
  }

  private void count(PlannedLadder ladder, PatientView patient, PatientOutcome outcome) {
    String kind = "ladder of " + ladder.kind().word();
    if (outcome.branch(ladder.index()) == 0) {
      met.count(kind + " is not asked");
      return;
    }
    met.count(kind + (outcome.selected(ladder) ? " selects" : " rejects"));
    for (Rule rule : ladder.ladder().rules()) {
      Action action = count(rule, patient);
      if (action.isTerminal()) {
        return;
      }
    }
  }

  private Action count(Rule rule, PatientView patient) {
    Optional<Boolean> holds =
        rule.condition().map(c -> c.accept(new ConditionMeter(met, plan, patient, Optional.empty())));
    Action action = rule.action(holds.orElse(true));
    String reason = action.reason().isPresent() ? " as" : "";
    met.count("action " + holds.map(h -> "if " + h).orElse("always") + " " + word(action.kind()) + reason);
    return action;
  }

  private static String word(ActionKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
