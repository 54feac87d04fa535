package uk.rubric.benchmark.peer;

/** The facts of {@link PlainDrools}. */
final class PlainFacts {
  private PlainFacts() {}

  record Patient(boolean registered, int born, int started) {}

  /** @param tenths the value in tenths, or -1 */
  record Event(int cluster, int day, int tenths) {
    boolean isWithinYear() {
      return day > Dates.TWELVE_MONTHS && day <= Dates.END;
    }
  }

  /** The patient is of a register. */
  record Member(String register) {}

  /** @param rule 1 when achieved, 0 when not, the rule's number when rejected */
  record Outcome(String indicator, int rule) {}
}
