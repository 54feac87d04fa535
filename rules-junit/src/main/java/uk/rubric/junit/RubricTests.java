package uk.rubric.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedTest;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestFailure;
import uk.rubric.testing.TestResult;

/**
 * The tests beside rules as tests of JUnit, so that any Java build runs them and an IDE leads to their place:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> rules() {
 *   return RubricTests.in(Path.of("rules"));
 * }
 * }</pre>
 */
public final class RubricTests {
  private RubricTests() {}

  /**
   * A container for each file with tests, and a test for each test. Rules that are invalid are one test that fails and
   * says what is wrong.
   *
   * @param rules a rule file, or a folder whose {@code *.rubric} files belong together; what they import is read too
   * @throws UncheckedIOException when a file cannot be read
   */
  public static Stream<DynamicNode> in(Path rules) {
    List<SourceText> given = files(rules).stream().map(RubricTests::read).toList();
    CheckResult checked = RuleLoader.load(given, RubricTests::imported).check();
    return checked.rules().map(valid -> tests(valid, given)).orElseGet(() -> Stream.of(invalid(checked.diagnostics())));
  }

  private static List<Path> files(Path rules) {
    if (!Files.isDirectory(rules)) {
      return List.of(rules);
    }
    try (Stream<Path> paths = Files.walk(rules)) {
      return paths.filter(p -> p.toString().endsWith(".rubric") && Files.isRegularFile(p)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SourceText> imported(Path file) {
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static DynamicNode invalid(List<Diagnostic> diagnostics) {
    return DynamicTest.dynamicTest("the rules are valid", () -> {
      throw new AssertionError("\n" + DiagnosticFormat.HUMAN.renderer().render(diagnostics));
    });
  }

  private static Stream<DynamicNode> tests(CheckedRules rules, List<SourceText> given) {
    List<CheckedTest> own =
        rules.tests().stream().filter(test -> given.contains(test.home())).toList();
    Map<String, List<TestResult>> files = RuleTests.run(rules, own, By.BOTH).results().stream().collect(
        Collectors.groupingBy(r -> r.test().home().name(), LinkedHashMap::new, Collectors.toList()));
    return files.entrySet().stream().map(file -> DynamicContainer.dynamicContainer(
        Path.of(file.getKey()).getFileName().toString(), Path.of(file.getKey()).toUri(),
        file.getValue().stream().map(RubricTests::test)));
  }

  private static DynamicTest test(TestResult result) {
    CheckedTest test = result.test();
    URI place = URI.create(Path.of(test.span().source().name()).toUri() + "?line=" + test.span().from().line()
        + "&column=" + test.span().from().column());
    return DynamicTest.dynamicTest(test.subject() + ": " + test.fullTitle(), place, () -> {
      if (!result.passed()) {
        throw new AssertionFailedError(
            result.failures().stream().map(RubricTests::words).collect(Collectors.joining("\n", "\n", "")),
            lines(result, TestFailure::expected), lines(result, TestFailure::actual));
      }
    });
  }

  private static String lines(TestResult result, java.util.function.Function<TestFailure, String> part) {
    return result.failures().stream().map(part).collect(Collectors.joining("\n"));
  }

  private static String words(TestFailure failure) {
    return failure.place() + "\n  expected  " + failure.expected() + "\n  was       " + failure.actual()
        + failure.why().stream().map(line -> "\n    " + line).collect(Collectors.joining());
  }
}
