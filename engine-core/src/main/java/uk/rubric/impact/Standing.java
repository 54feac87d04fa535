package uk.rubric.impact;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a patient, or an entry, stands for one register, indicator or classification. Immutable.
 *
 * @param label given by a classification
 * @param by the rule that decided; empty when none had to
 */
public record Standing(State state, Optional<String> label, Optional<DecidedBy> by) implements Comparable<Standing> {
  private static final Comparator<Standing> ORDER =
      Comparator.comparing(Standing::state)
          .thenComparing(standing -> standing.label.orElse(""))
          .thenComparing(standing -> standing.by.map(DecidedBy::text).orElse(""));

  /** In how far somebody counts; the order is that of reports. */
  public enum State {
    /** The patient has no such entry. */
    NO_ENTRY,
    /** The register, or one that it stands on, does not select them. */
    NOT_IN_POPULATION,
    EXCLUSION,
    PCA_GENERAL,
    PCA_SPECIFIC,
    /** In the denominator and not in the numerator. */
    NOT_ACHIEVED,
    ACHIEVED,
    /** On the register. */
    SELECTED,
    /** Of that class. */
    GIVEN;

    /** The words in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A rule that decided.
   *
   * @param ladder {@code denominator}, {@code numerator}, or what kind of population it selects
   * @param owner whose ladder it is
   * @param rule its published number
   * @param reason of a reject of a denominator
   */
  public record DecidedBy(String ladder, String owner, int rule, Optional<String> reason) {
    /** As a reader names it: {@code denominator rule 5, DMPCAPU}. */
    public String text() {
      boolean isOwn = ladder.equals("denominator") || ladder.equals("numerator");
      return ladder + (isOwn ? "" : " " + owner) + " rule " + rule + reason.map(name -> ", " + name).orElse("");
    }
  }

  /** The state, and the label that was given: what a matrix has rows and columns of. */
  public String word() {
    return label.map(text -> state.word() + " " + text).orElse(state.word());
  }

  /** By whichever rule: a matrix tells states alone. */
  Standing withoutRule() {
    return new Standing(state, label, Optional.empty());
  }

  @Override
  public int compareTo(Standing other) {
    return ORDER.compare(this, other);
  }
}
