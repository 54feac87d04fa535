package uk.rubric.proof;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What proofs find in rules that are valid. */
public enum ProofDiagnostic implements DiagnosticCode {
  /** A rule that decides no patient, and is not marked so. */
  UNREACHABLE_RULE(Severity.WARNING),
  /** A rule that is marked as unreachable and decides a patient. */
  REACHABLE_RULE(Severity.ERROR),
  /** A condition, a part of one, or what a field asks of entries, that is true for no patient. */
  NEVER_TRUE(Severity.WARNING),
  /** A condition, or a part of one, that is true for every patient. */
  ALWAYS_TRUE(Severity.WARNING),
  /** Two rules of a ladder leave out what lies between their limits. */
  THRESHOLD_GAP(Severity.WARNING),
  /** Two rules of a ladder both take in what lies on their limits. */
  THRESHOLD_OVERLAP(Severity.WARNING);

  private final Severity severity;

  ProofDiagnostic(Severity severity) {
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
