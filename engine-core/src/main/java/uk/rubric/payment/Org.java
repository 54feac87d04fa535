package uk.rubric.payment;

import uk.rubric.syntax.ServiceNode.Level;

/** A practice, PCN or ICB by its code. */
record Org(Level level, String code) {
  static Org practice(String code) {
    return new Org(Level.PRACTICE, code);
  }
}
