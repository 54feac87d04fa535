package uk.rubric.testing;

import uk.rubric.terminology.CodeClusters;

/** Code clusters for plans of which no entry is read: each is found. */
public final class AnyClusters {
  private AnyClusters() {}

  /** Every cluster, with a code that is made up. */
  public static CodeClusters of() {
    return MadeCodes.any();
  }
}
