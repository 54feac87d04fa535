package uk.rubric.analysis;

import java.time.LocalDate;

/** What is known about a question. Immutable. */
public sealed interface Finding {
  /**
   * There is such a patient: the reference evaluator agrees.
   *
   * @param achievementDate ACHV_DAT when the patient is looked at
   */
  record Witness(PatientStory patient, LocalDate achievementDate) implements Finding {}

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
