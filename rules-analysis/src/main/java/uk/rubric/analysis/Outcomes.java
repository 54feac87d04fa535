package uk.rubric.analysis;

import java.util.Locale;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;

/** Outcomes of ladders as words: equal words are equal outcomes. */
final class Outcomes {
  static final String NOT_ASKED = "not in population";
  static final String SELECT = "select";

  private Outcomes() {}

  static String word(Action action) {
    String kind = action.kind().name().toLowerCase(Locale.ROOT);
    return kind
        + action.reason().map(reason -> " as " + reason.name() + ", " + reason.kindWord()).orElse("")
        + action.label().map(label -> " " + label).orElse("");
  }

  static String word(PlannedLadder ladder, PatientOutcome outcome) {
    return ladder.decided(outcome.branch(ladder.index())).map(Outcomes::word).orElse(NOT_ASKED);
  }
}
