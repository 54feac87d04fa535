package uk.rubric.imports;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** All that can be wrong with published tables that are to become a rule file. */
public enum ImportDiagnostic implements DiagnosticCode {
  /** A cell that cannot be read in full. */
  UNREADABLE_CELL,
  /** A name in a cell that no table defines. */
  UNKNOWN_IN_TABLES,
  /** A row with more or fewer cells than columns, or quotation marks that do not pair. */
  BROKEN_TABLE,
  /** A table whose columns are nearly those of a known table, or a file of another kind. */
  UNKNOWN_TABLE,
  /** A table that is needed and not there. */
  MISSING_TABLE,
  /** Two rows that define one thing differently. */
  CONFLICTING_ROWS,
  /** Neither the tables nor the caller say what the rule set is called, or its version. */
  UNNAMED_RULESET,
  /** A table of a document that is none of rules; it is left out. */
  TABLE_NOT_READ(Severity.WARNING),
  /** Two fields are read from the same codes on the same days, and no table says which code gives which. */
  UNDIVIDED_VALUES(Severity.WARNING),
  /** A published reason of an indicator that fits none of its rules; it is left out. */
  UNMATCHED_REASON(Severity.WARNING);

  private final Severity severity;

  ImportDiagnostic() {
    this(Severity.ERROR);
  }

  ImportDiagnostic(Severity severity) {
    this.severity = severity;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
