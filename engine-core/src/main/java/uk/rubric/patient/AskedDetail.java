package uk.rubric.patient;

/** What few rules ask of records beyond dates, codes and values: a reader looks for it when the rules of a run ask. */
public enum AskedDetail {
  /** {@code sex of patient}. */
  SEX,
  /** When an entry was entered: {@code last entered value}. */
  ENTERED,
  /** Which entries belong together: {@code of same entry}. */
  SAME_ENTRY,
  /** {@code episode} of an entry. */
  EPISODE
}
