package uk.rubric.conformance.differential;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
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
    count(plan.fields().subList(0, plan.patientFields()), patient);
    int[] branches = outcome.branches();
    for (PlannedLadder ladder : plan.ladders()) {
      if (ladder.each().isEmpty()) {
        count(ladder, patient, branches, "");
      }
    }
    outcome.entries().forEach(entry -> count(patient, entry, outcome.branches()));
  }

  private void count(PatientView patient, EntryOutcome entry, int[] branches) {
    PlannedEach each = plan.eaches().get(entry.each());
    PatientView looking = patient.lookingAt(each, entry.day());
    count(each.fields(), looking);
    for (int i = 0; i < each.ladders().size(); i++) {
      branches[each.ladders().get(i)] = entry.branches().get(i);
    }
    each.ladders().forEach(ladder -> count(plan.ladders().get(ladder), looking, branches, " of each"));
  }

  private void count(List<CheckedField> fields, PatientView patient) {
    for (CheckedField field : fields) {
      String form = field.definition().accept(new FieldMeter(met, plan, patient));
      met.count("field " + form + (ConditionMeter.isRecorded(patient, field) ? " recorded" : " not recorded"));
    }
  }

  private void count(PlannedLadder ladder, PatientView patient, int[] branches, String unit) {
    String kind = "ladder of " + ladder.kind().word() + unit;
    int branch = branches[ladder.index()];
    if (branch == 0) {
      met.count(kind + " is not asked");
      return;
    }
    met.count(kind + " " + word(ladder.action(branch).kind()) + "s");
    PatientView.Decided decided = id -> plan.ladder(id).decided(branches[plan.ladder(id).index()]);
    for (Rule rule : ladder.ladder().rules()) {
      Action action = count(rule, patient, decided);
      if (action.isTerminal()) {
        return;
      }
    }
  }

  private Action count(Rule rule, PatientView patient, PatientView.Decided decided) {
    Optional<Boolean> holds =
        rule.condition().map(c -> c.accept(new ConditionMeter(met, plan, patient, Optional.empty(), decided)));
    Action action = rule.action(holds.orElse(true));
    String reason = action.reason().isPresent() ? " as" : "";
    met.count("action " + holds.map(h -> "if " + h).orElse("always") + " " + word(action.kind()) + reason);
    return action;
  }

  private static String word(ActionKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
