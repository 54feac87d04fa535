package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.check.CheckedRules;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/**
 * The tests beside each local, network and enhanced service pass, and leave no rule, outcome, condition or limit out.
 */
class TestsBesideContractsTest {
  static Stream<Path> folders() {
    return Stream.of("lcs", "network-des", "enhanced-services-2025-26", "qof-2026-27")
        .flatMap(TestsBesideContractsTest::folders);
  }

  private static Stream<Path> folders(String contract) {
    try (Stream<Path> all = Files.walk(Path.of(contract))) {
      return all.filter(file -> file.toString().endsWith(".test.rubric")).map(Path::getParent).distinct().sorted()
          .toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void passAndCoverEveryPartOfEveryRule(Path folder) throws IOException {
    List<SourceText> given = files(folder);
    CheckedRules all = RuleLoader.load(given, file -> Optional.of(text(file))).check().rules().orElseThrow();
    CheckedRules rules = new CheckedRules(
        all.rulesets(), all.services(), all.tests().stream().filter(test -> given.contains(test.home())).toList());
    TestRun run = RuleTests.run(rules);
    Coverage coverage = CoverageFinder.of(rules, run,
        file -> Path.of(file.name()).normalize().getParent().equals(folder));

    assertThat(run.passed()).as(TestReport.text(run)).isTrue();
    // A service may stand by itself, and its rules in another folder.
    assertThat(coverage.items().findAny().isPresent())
        .isEqualTo(files(folder).stream().anyMatch(file -> file.text().contains("ruleset ")));
    assertThat(coverage.items().filter(item -> !item.state().isSettled())).isEmpty();
  }

  private static List<SourceText> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".rubric")).sorted().map(TestsBesideContractsTest::text).toList();
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
