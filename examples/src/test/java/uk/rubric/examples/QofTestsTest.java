package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedTest;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/**
 * The tests beside the rules of each year of QOF that stands whole pass, and leave no rule, outcome, condition or limit
 * of the year out: those that it takes over from the years before count as its own.
 */
class QofTestsTest {
  @ParameterizedTest
  @CsvSource({"2023-24, 4000", "2024-25, 4000", "2025-26, 4000"})
  void passAndCoverEveryPartOfEveryRule(String name, int parts) {
    QofYear year = QofYear.withTests(name);
    List<CheckedTest> tests =
        year.rules().tests().stream().filter(test -> test.service().equals(year.service())).toList();
    TestRun run = RuleTests.run(year.rules(), tests, By.BOTH);
    Coverage coverage = CoverageFinder.of(
        new CheckedRules(year.rules().rulesets(), List.of(year.service()), tests), run, file -> true);

    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    assertThat(coverage.items()).hasSizeGreaterThan(parts);
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
    assertThat(run.results().stream().map(result -> result.test().subject()).collect(Collectors.toSet()))
        .containsAll(decided(year));
  }

  /** Indicators that are paid and decide patients; of the others a register is counted. */
  private static Set<String> decided(QofYear year) {
    Set<String> paid = year.rows().map(row -> row.indicator()).collect(Collectors.toSet());
    return year.rules().used(year.service()).stream()
        .flatMap(ruleset -> ruleset.indicators().stream())
        .filter(indicator -> indicator.denominator().isPresent())
        .map(Indicator::name)
        .filter(paid::contains)
        .collect(Collectors.toSet());
  }
}
