package uk.rubric.payment;

import uk.rubric.result.PracticeIncome.State;

/**
 * Whether a condition on figures holds, or why that is not known. Unknown is not no: it is settled only by what holds,
 * or does not, whatever the unknown turns out to be.
 *
 * @param unknown known when the truth is, else why it is not
 */
record Truth(boolean holds, Value unknown) {
  static final Truth YES = new Truth(true, Value.NIL);
  static final Truth NO = new Truth(false, Value.NIL);

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  static Truth unknown(Value why) {
    return new Truth(false, why);
  }

  boolean isKnown() {
    return unknown.state() == State.KNOWN;
  }

  boolean isNo() {
    return isKnown() && !holds;
  }

  boolean isYes() {
    return isKnown() && holds;
  }

  Truth and(Truth other) {
    if (isNo() || other.isNo()) {
      return NO;
    }
    return isYes() ? other : other.isYes() ? this : unknown(unknown.worse(other.unknown));
  }

  Truth or(Truth other) {
    if (isYes() || other.isYes()) {
      return YES;
    }
    return isNo() ? other : other.isNo() ? this : unknown(unknown.worse(other.unknown));
  }
}
