package uk.rubric.imports;

import java.util.Objects;
import java.util.Optional;

/**
 * What a caller says beside the tables.
 *
 * @param ruleset the name of the rule set; without it the document's own counts
 * @param version its version; without it the document's own counts
 */
public record ImportOptions(Optional<String> ruleset, Optional<String> version) {
  /** Nothing but the tables. */
  public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Optional.empty());

  public ImportOptions {
    Objects.requireNonNull(ruleset);
    Objects.requireNonNull(version);
  }
}
