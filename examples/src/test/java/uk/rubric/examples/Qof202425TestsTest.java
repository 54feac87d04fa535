package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** The tests that QOF 2024/25 takes over from 2023/24, a year later, pass and leave no part of what they tell of out. */
class Qof202425TestsTest {
  private static final Path FOLDER = Path.of("qof-2024-25");

  @Test
  void passAndCoverEveryPartOfEveryRuleTheyTellOf() {
    List<SourceText> given = files();
    CheckedRules rules = RuleLoader.load(given, file -> Optional.of(text(file))).check().rules().orElseThrow();
    List<CheckedTest> tests = rules.tests().stream().filter(test -> given.contains(test.home())).toList();
    TestRun run = RuleTests.run(rules, tests, By.BOTH);
    CheckedService service = rules.service("QOF_2024_25").orElseThrow();
    Coverage coverage =
        CoverageFinder.of(new CheckedRules(rules.rulesets(), List.of(service), tests), run, file -> false);

    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    assertThat(tests).hasSizeGreaterThan(250).allSatisfy(test -> assertThat(test.service()).isEqualTo(service));
    assertThat(tests).filteredOn(test -> test.taken().isPresent()).hasSizeGreaterThan(240);
    assertThat(coverage.items()).hasSizeGreaterThan(500);
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
  }

  private static List<SourceText> files() {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(f -> f.toString().endsWith(".rubric")).sorted().map(Qof202425TestsTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText text(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
