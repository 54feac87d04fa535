package uk.rubric.lint;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What may be better in rules that are valid. */
public enum LintDiagnostic implements DiagnosticCode {
  /** A cluster, field, group, block, parameter, measure, table of points or evidence that nothing names. */
  UNUSED_PART,
  /** A register, classification or indicator of which no test tells. */
  UNTESTED_PART,
  /** A rule set without its source, or a parameter that neither cites one nor says that it has none. */
  UNCITED_PART,
  /** An indicator or register without a title, which reports would show. */
  UNTITLED_PART,
  /** A remark that passes over advice which is not given, or gives no reason. */
  IDLE_REMARK;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }
}
