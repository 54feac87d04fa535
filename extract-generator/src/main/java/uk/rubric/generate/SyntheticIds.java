package uk.rubric.generate;

import uk.rubric.value.SctId;

/** Ids of concepts that do not exist: valid in form, in the namespace 1000999. */
final class SyntheticIds {
  private static final String NAMESPACE_AND_PARTITION = "100099910";

  private SyntheticIds() {}

  /** The id of an item from 1 to 99,999,999. */
  static SctId of(int item) {
    String digits = item + NAMESPACE_AND_PARTITION;
    return new SctId(Long.parseLong(digits + SctId.checkDigit(digits)));
  }
}
