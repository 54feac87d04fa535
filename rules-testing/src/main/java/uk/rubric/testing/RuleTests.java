package uk.rubric.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedTest;

/**
 * Runs tests beside the rules. No terminology is asked: an entry of a test belongs to exactly the code clusters it
 * names.
 */
public final class RuleTests {
  private RuleTests() {}

  /** By what tests are decided. */
  public enum By {
    /** The reference and Drools, which must agree. */
    BOTH,
    /** The reference alone: for many runs of changed rules. */
    REFERENCE
  }

  /** Tests that share their service and day share one plan. */
  private record Occasion(String service, LocalDate start, LocalDate day) {}

  /** Runs all tests of the rules. */
  public static TestRun run(CheckedRules rules) {
    return run(rules, rules.tests(), By.BOTH);
  }

  /**
   * Runs tests.
   *
   * @param tests of these rules, or of rules that have the same names
   * @throws uk.rubric.run.CouldNotRun when a service cannot be planned on a day, as for a parameter without a value
   */
  public static TestRun run(CheckedRules rules, List<CheckedTest> tests, By by) {
    Map<Occasion, List<CheckedTest>> occasions = new LinkedHashMap<>();
    for (CheckedTest test : tests) {
      Occasion occasion = new Occasion(test.service().name(), test.service().periodStart(), test.day());
      occasions.computeIfAbsent(occasion, o -> new ArrayList<>()).add(test);
    }
    Map<CheckedTest, TestResult> results = new HashMap<>();
    List<Seen> seen = new ArrayList<>();
    occasions.values().forEach(group -> {
      Bench bench = new Bench(rules, group, by);
      group.forEach(test -> results.put(test, bench.run(test)));
      seen.addAll(bench.seen());
    });
    return new TestRun(tests.stream().map(results::get).toList(), seen);
  }
}
