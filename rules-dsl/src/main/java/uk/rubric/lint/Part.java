package uk.rubric.lint;

import uk.rubric.syntax.Name;

/**
 * A part with a name.
 *
 * @param kind with its article, as advice says it
 * @param used whether something else ought to name it; registers and indicators are there for the report
 * @param tested whether a test ought to tell of it
 * @param cited whether it says where it comes from, or that it does not; true where nothing is to be said
 * @param titled whether it has a title, or needs none
 */
record Part(String kind, Name name, boolean used, boolean tested, boolean cited, boolean titled) {
  /** A part that something ought to name. */
  static Part used(String kind, Name name) {
    return new Part(kind, name, true, false, true, true);
  }
}
