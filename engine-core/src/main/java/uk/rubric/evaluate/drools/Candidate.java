package uk.rubric.evaluate.drools;

import uk.rubric.evaluate.fields.FieldRow;

/**
 * The only kind of fact: a patient is in a population, so the ladders of that population are asked. Says nothing of the
 * patient in words.
 */
final class Candidate {
  /** The population of a ladder that asks all patients. */
  static final int EVERYONE = -1;

  private final int population;
  private final FieldRow row;
  private final Decisions decisions;

  /** @param population index of the ladder that selected the patient, or {@link #EVERYONE} */
  Candidate(int population, FieldRow row, Decisions decisions) {
    this.population = population;
    this.row = row;
    this.decisions = decisions;
  }

  int population() {
    return population;
  }

  FieldRow row() {
    return row;
  }

  Decisions decisions() {
    return decisions;
  }

  /** The same patient in the population that a ladder has selected. */
  Candidate selectedBy(int ladder) {
    return new Candidate(ladder, row, decisions);
  }
}
