package uk.rubric.compose;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What can be wrong with changes, blocks and taken tests. */
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
  /** Two used rule sets have a block of one name. */
  AMBIGUOUS_NAME,
  /** Arguments that do not fit the parameters of a block. */
  BLOCK_ARGUMENTS,
  /** Numbers that do not fit the rules of a block. */
  BLOCK_NUMBERS,
  /** Tests are taken where there are none: no such file, none of that service in it, or all of them left out. */
  NOTHING_TO_TAKE,
  /** An exception to taken tests that none of them is. */
  NOTHING_TO_EXCEPT,
  /** Tests are taken from where they are taken to, by way of others or not. */
  TAKES_ITSELF,
  /** Tests are moved by other than whole months. */
  INVALID_MOVE;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
