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
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** The tests beside the rules that QOF 2023/24 had and later years dropped pass, and leave no part of them out. */
class RetiredTestsTest {
  private static final Path FOLDER = Path.of("qof-2023-24");
  private static final List<String> AREAS =
      List.of("asthma-retired", "cancer", "copd-retired", "depression", "epilepsy", "learning-disability",
          "mental-health-retired", "obesity", "osteoporosis", "palliative-care", "rheumatoid-arthritis",
          "smoking-retired");

  @Test
  void passAndCoverEveryPartOfEveryRule() {
    List<SourceText> sources =
        AREAS.stream().flatMap(area -> Stream.of(file(area), FOLDER.resolve(area + ".test.rubric")))
            .map(RetiredTestsTest::text)
            .toList();
    CheckedRules rules = RuleLoader.load(sources, file -> Optional.of(text(file))).check().rules().orElseThrow();
    TestRun run = RuleTests.run(rules);
    List<String> covered = AREAS.stream().map(area -> file(area).toString()).toList();
    Coverage coverage = CoverageFinder.of(rules, run, source -> covered.contains(source.name()));

    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    assertThat(coverage.items()).hasSizeGreaterThan(500);
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
  }

  private static Path file(String area) {
    return FOLDER.resolve(area + ".rubric");
  }

  private static SourceText text(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
