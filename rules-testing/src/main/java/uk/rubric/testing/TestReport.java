package uk.rubric.testing;

import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.CheckedTest;
import uk.rubric.diagnostic.Diagnostic;

/** Results of tests, for people and for machines. */
public final class TestReport {
  private TestReport() {}

  /** Each failure with what was expected, what came out and why; the counts last. */
  public static String text(TestRun run) {
    StringBuilder text = new StringBuilder();
    run.results().stream().filter(r -> !r.passed()).forEach(r -> text.append(failure(r)).append('\n'));
    long failed = run.failed();
    return text.append(count(run.results().size(), "test")).append(taken(run)).append(": ")
        .append(run.results().size() - failed).append(" passed, ").append(failed).append(" failed\n").toString();
  }

  private static String taken(TestRun run) {
    long taken = run.results().stream().filter(result -> result.test().taken().isPresent()).count();
    return taken == 0 ? "" : ", " + taken + " of them taken";
  }

  private static String failure(TestResult result) {
    CheckedTest test = result.test();
    StringBuilder text = new StringBuilder("FAILED " + test.subject() + ", " + test.title() + "\n");
    test.taken().ifPresent(taken -> text.append("  taken by ").append(taken.by()).append(" into ").append(test.service().name())
        .append(taken.moved()).append('\n'));
    for (TestFailure failure : result.failures()) {
      text.append("  ").append(failure.place()).append('\n');
      text.append("    expected  ").append(failure.expected()).append('\n');
      text.append("    was       ").append(failure.actual()).append('\n');
      failure.why().forEach(line -> text.append("      ").append(line).append('\n'));
    }
    return text.toString();
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A diagnostic for each expectation that did not come out, at its place. */
  public static List<Diagnostic> diagnostics(TestRun run) {
    return run.results().stream().flatMap(TestReport::diagnostics).toList();
  }

  private static Stream<Diagnostic> diagnostics(TestResult result) {
    return result.failures().stream().map(f -> Diagnostic.at(f.place(), TestDiagnostic.FAILED_TEST,
            "test `" + result.test().title() + "` expects `" + f.expected() + "` and finds `" + f.actual() + "`")
        .withHelp(f.why().isEmpty() ? "correct the test or the rules"
            : String.join("; ", f.why()).replaceAll("\\s+", " ")))
        .map(failed -> result.test().taken()
            .map(taken -> failed.withLabel(taken.by(), "taken here" + taken.moved())).orElse(failed));
  }
}
