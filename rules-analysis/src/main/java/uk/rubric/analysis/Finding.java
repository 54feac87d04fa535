package uk.rubric.analysis;

import java.time.LocalDate;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Chosen;

/** What is known about a question. Immutable. */
public sealed interface Finding {
  /**
   * There is such a patient: the reference evaluator agrees.
   *
   * @param achievementDate ACHV_DAT when the patient is looked at
   */
  record Witness(PatientStory patient, LocalDate achievementDate) implements Finding {
    /** What a test of the patient gives beside: each day that the practice chooses is the run date. */
    public String given(CheckedService service) {
      return service.days().stream()
          .flatMap(day -> day.chosen().stream())
          .map(Chosen::evidence)
          .distinct()
          .map(evidence -> "  given " + evidence + " = " + achievementDate + "\n")
          .collect(Collectors.joining());
    }
  }

  /** Proved: there is no such patient. */
  record Impossible() implements Finding {}

  /**
   * Neither found nor proved.
   *
   * @param why in a few words, such as {@code an age is compared with an age}
   */
  record Undecided(String why) implements Finding {}

  /** Whether a patient was found. */
  default boolean isPossible() {
    return this instanceof Witness;
  }

  /** Whether it is proved that there is none. */
  default boolean isImpossible() {
    return this instanceof Impossible;
  }
}
