package uk.rubric.analysis;

import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;

/** Outcomes of ladders as words: equal words are equal outcomes. */
final class Outcomes {
  static final String NOT_ASKED = "not in population";
  static final String SELECT = "select";

  private static final String GIVE = "give ";

  private Outcomes() {}

  static String word(Action action) {
    String kind = action.kind().name().toLowerCase(Locale.ROOT);
    return kind
        + action.reason().map(reason -> " as " + reason.name() + ", " + reason.kindWord()).orElse("")
        + action.label().map(label -> " " + label).orElse("");
  }

  /** The label of an outcome that gives one. */
  static Optional<String> label(String outcome) {
    return outcome.startsWith(GIVE) ? Optional.of(outcome.substring(GIVE.length())) : Optional.empty();
  }

  static String word(PlannedLadder ladder, PatientOutcome outcome) {
    return ladder.decided(outcome.branch(ladder.index())).map(Outcomes::word).orElse(NOT_ASKED);
  }
}
