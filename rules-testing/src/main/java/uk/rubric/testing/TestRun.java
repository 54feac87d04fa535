package uk.rubric.testing;

import java.util.List;

/** The results of tests, in their order, and what was seen of each patient on the way. Immutable. */
public final class TestRun {
  private final List<TestResult> results;
  private final List<Seen> seen;

  TestRun(List<TestResult> results, List<Seen> seen) {
    this.results = List.copyOf(results);
    this.seen = List.copyOf(seen);
  }

  public List<TestResult> results() {
    return results;
  }

  /** Whether every test passed. */
  public boolean passed() {
    return results.stream().allMatch(TestResult::passed);
  }

  /** How many did not. */
  public long failed() {
    return results.stream().filter(r -> !r.passed()).count();
  }

  List<Seen> seen() {
    return seen;
  }
}
