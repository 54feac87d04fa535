package uk.rubric.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.rubric.payment.Gain;
import uk.rubric.value.Unit;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.ActEntry;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.Rejection;

/** What a worklist says in words. */
final class WorklistWords {
  static final String NO_ACT = "no act found";

  private WorklistWords() {}

  /**
   * {@code IFCCHBAM_COD at most 58 mmol/mol}; of several entries of one day one after the other, then those of later
   * days.
   */
  static String act(Act act) {
    return entries(act.entries()) + act.later().stream()
        .map(later -> ", then " + entries(later.entries()) + " on " + later.on()).collect(Collectors.joining());
  }

  private static String entries(List<ActEntry> entries) {
    return entries.stream().map(WorklistWords::entry).collect(Collectors.joining(" and "));
  }

  private static String entry(ActEntry entry) {
    String unit = entry.unit().equals(Unit.NONE) || entry.accepts().equals("any value") ? "" : " " + entry.unit();
    return String.join(" + ", entry.clusters()) + (entry.accepts().isEmpty() ? "" : " " + entry.accepts() + unit);
  }

  /** Where the patient stands, what is missing, what would do, and why it is worth nothing. */
  static String gap(Gap gap) {
    List<String> parts = new ArrayList<>();
    gap.rejection().ifPresent(r -> parts.add("excepted by rule " + r.rule() + " as " + reason(r)));
    if (gap.willExpire()) {
      parts.add("achieved today, expires before the end");
    }
    parts.add("missing " + String.join(", ", gap.missing()));
    parts.add(gap.act().map(act -> "record " + act(act)).orElse(NO_ACT));
    gap.gain().flatMap(Gain::nothing).ifPresent(why -> parts.add(why.words()));
    return String.join("; ", parts);
  }

  /** Whether what a patient is worth rests on such a note: what any of the gaps with an act is worth. */
  static boolean rests(RestsOn rests, PatientWork patient) {
    return patient.gaps().stream().anyMatch(gap -> gap.act().isPresent() && rests.worth(gap.indicator()));
  }

  private static String reason(Rejection rejection) {
    return rejection.reason().name();
  }
}
