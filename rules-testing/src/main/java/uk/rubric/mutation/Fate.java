package uk.rubric.mutation;

import java.util.Locale;

/** What became of a mutant. */
public enum Fate {
  /** A test fails. */
  KILLED,
  /** No test fails, and there is somebody for whom, or something of which, the changed rules decide otherwise. */
  SURVIVED,
  /** Proved: no patient and no practice tells it from the rules. */
  EQUIVALENT,
  /** No test fails, and neither a difference nor a proof was found. */
  UNDECIDED;

  /** As it stands in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
