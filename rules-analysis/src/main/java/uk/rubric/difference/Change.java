package uk.rubric.difference;

import java.util.Locale;
import java.util.Optional;

/**
 * One difference. Immutable.
 *
 * @param subject what differs, as a reader names it: {@code denominator DM020}
 * @param text how, on one line
 * @param test a patient who is decided differently, as a test of the old rules that is ready to run
 */
public record Change(Kind kind, String subject, String text, Optional<String> test) {
  /** What kind of difference; the order is that of reports. */
  public enum Kind {
    ADDED,
    RETIRED,
    /** A population selects more patients, and still all those it did. */
    LOOSER,
    /** A population selects fewer patients, and none whom it did not. */
    TIGHTER,
    /** A population selects some and no longer others. */
    POPULATION,
    DENOMINATOR,
    NUMERATOR,
    CLUSTER,
    PARAMETER,
    PAYMENT,
    /** Titles, notes, citations: nothing that decides or pays. */
    TEXT;

    /** Whether what was decided or paid before can come out differently: all but what is new, and texts. */
    public boolean isBreaking() {
      return this != ADDED && this != TEXT;
    }

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Change of(Kind kind, String subject, String text) {
    return new Change(kind, subject, text, Optional.empty());
  }
}
