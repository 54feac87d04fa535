package uk.rubric.result;

import java.util.List;

/**
 * What could not be used, counted, with nothing of its content.
 *
 * @param records how many records were set aside whole
 * @param reasons by file, then code
 * @param warnings counted oddities that set nothing aside, such as a registration that outlives its patient
 */
public record SetAside(long records, List<Reason> reasons, List<Reason> warnings) {
  public static final SetAside NOTHING = new SetAside(0, List.of(), List.of());

  public SetAside {
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }

  /** How often one thing happened in one file. */
  public record Reason(String code, String file, long count) {}

  /** Whether everything was used and nothing was odd. */
  public boolean isNothing() {
    return reasons.isEmpty() && warnings.isEmpty();
  }
}
