package uk.rubric.evaluate.drools;

import uk.rubric.evaluate.fields.FieldRow;

/**
 * The only kind of fact: the ladders of a step are asked about a patient, whose fields the row holds. Says nothing of
 * the patient in words. For one thread.
 */
final class Candidate {
  private final FieldRow row;
  // As an object, for the rules are found by it.
  private Integer step;

  Candidate(FieldRow row, Integer step) {
    this.row = row;
    this.step = step;
  }

  Integer step() {
    return step;
  }

  /** Goes on to another step. Only for a fact that no session holds. */
  void ask(Integer next) {
    step = next;
  }

  FieldRow row() {
    return row;
  }

  /** What a rule does: a ladder has taken a branch. */
  void decide(int ladder, int branch) {
    row.decide(ladder, branch);
  }
}
