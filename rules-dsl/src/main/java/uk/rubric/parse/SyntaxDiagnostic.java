package uk.rubric.parse;

import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What can be wrong with a text before anybody asks what it means. All are errors. */
public enum SyntaxDiagnostic implements DiagnosticCode {
  /** Something else was expected here. */
  UNEXPECTED_INPUT("unexpected-input"),
  /** Nearly a date: {@code 2012-06-1}. */
  MALFORMED_DATE("malformed-date"),
  /** A quoted text that does not end on its line. */
  UNCLOSED_TEXT("unclosed-text"),
  /** A character that the language does not have, such as {@code ≤}. */
  UNREADABLE_CHARACTER("unreadable-character"),
  /** A name that starts with a small letter. */
  NAME_WITHOUT_CAPITAL("name-without-capital"),
  /** An expression of too many brackets or operators. */
  TOO_DEEP("too-deep");

  private final String id;

  SyntaxDiagnostic(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
