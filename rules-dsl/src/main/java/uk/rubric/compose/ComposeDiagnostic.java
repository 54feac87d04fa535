package uk.rubric.compose;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What can be wrong with changes and blocks. */
public enum ComposeDiagnostic implements DiagnosticCode {
  /** A rule set that is amended is not there, or not in that version. */
  UNKNOWN_BASE,
  /** A rule set amends itself, by way of others or not. */
  AMENDS_ITSELF,
  /** A change in a rule set that amends none, or an item of an amending one without its word. */
  MISPLACED_CHANGE,
  /** A change to what is not there. */
  NOTHING_TO_CHANGE,
  /** An addition of what is there already. */
  ALREADY_THERE,
  /** No block of that name. */
  UNKNOWN_BLOCK,
  /** Arguments that do not fit the parameters of a block. */
  BLOCK_ARGUMENTS,
  /** Numbers that do not fit the rules of a block. */
  BLOCK_NUMBERS;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
