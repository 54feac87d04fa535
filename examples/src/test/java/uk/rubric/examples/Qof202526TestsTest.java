package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** The tests beside the rules of QOF 2025/26 pass, and leave no rule, outcome, condition or limit of the year out. */
class Qof202526TestsTest {
  private final CheckedRules rules = Qof202526.rules();
  private final TestRun run = RuleTests.run(rules);
  private final Coverage coverage = CoverageFinder.of(
      new CheckedRules(rules.rulesets(), List.of(Qof202526.service(rules)), rules.tests()), run, file -> true);

  @Test
  void passAndCoverEveryPartOfEveryRule() {
    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    assertThat(coverage.items()).hasSizeGreaterThan(4_000);
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
  }

  @Test
  void tellOfEveryIndicatorThatIsPaid() {
    Set<String> told = run.results().stream().map(result -> result.test().subject()).collect(Collectors.toSet());
    assertThat(told).containsAll(paid().toList());
  }

  private Stream<String> paid() {
    return Qof202526.service(rules).pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .map(CheckedService.PointsRow::indicator);
  }
}
