package uk.rubric.testing;

import java.util.List;
import uk.rubric.check.CheckedTest;

/** How one test came out; with no failure it passed. Immutable. */
public record TestResult(CheckedTest test, List<TestFailure> failures) {
  public TestResult {
    failures = List.copyOf(failures);
  }

  /** Whether all came out as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
