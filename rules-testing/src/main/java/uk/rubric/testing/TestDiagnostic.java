package uk.rubric.testing;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What running tests has to say. */
public enum TestDiagnostic implements DiagnosticCode {
  /** A test that did not come out as it expects. */
  FAILED_TEST;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
