package uk.rubric.load;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What can be wrong with imports. */
public enum LoadDiagnostic implements DiagnosticCode {
  /** An imported rule file that is not there or cannot be read. */
  MISSING_IMPORT;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
