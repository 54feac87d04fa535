package uk.rubric.run;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;

/**
 * Something around the rules stops a run: a file, folder, column, cluster or parameter. Carries what to tell the user;
 * never a patient's value.
 */
public final class CouldNotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  public CouldNotRun(List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  public CouldNotRun(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** At least one error. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
