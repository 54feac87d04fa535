package uk.rubric.check;

import java.util.List;

/** The labels that records bring along; those of classifications stand in the rules. */
public final class Labels {
  /** What {@code sex of patient} may be. */
  public static final List<String> SEXES = List.of("FEMALE", "MALE", "INDETERMINATE", "UNKNOWN");

  /** What {@code episode} of an entry may be. */
  public static final List<String> EPISODES = List.of("FIRST", "NEW", "REVIEW", "ENDED");

  private Labels() {}
}
