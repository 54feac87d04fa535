package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** The tests beside the diabetes rules pass, and leave no rule, outcome, condition or limit out. */
class DiabetesTestsTest {
  private static final Path FOLDER = Path.of("qof-2021-22");

  private static SourceText source(String name) {
    try {
      return new SourceText(name, Files.readString(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void passAndCoverEveryPartOfEveryRule() {
    List<SourceText> sources =
        Stream.of("diabetes.rubric", "diabetes.test.rubric", "qof.rubric").map(DiabetesTestsTest::source).toList();
    CheckedRules rules = Checker.checkSources(sources).rules().orElseThrow();
    TestRun run = RuleTests.run(rules);
    Coverage coverage = CoverageFinder.of(rules, run, file -> true);

    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    assertThat(coverage.items()).hasSizeGreaterThan(700);
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
  }
}
