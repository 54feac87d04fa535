package uk.rubric.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedTest;
import uk.rubric.testing.Coverage;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.CoverageHtml;
import uk.rubric.testing.CoverageText;
import uk.rubric.testing.JunitXml;
import uk.rubric.testing.Lcov;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** {@code rubric test RULES}: the tests beside the rules. */
@Command(
    name = "test",
    description = {
      "Runs the tests beside the rules, on both evaluators. No code clusters are needed: an entry of a test belongs to",
      "exactly the clusters it names. Ends with 3 when a test fails."
    },
    sortOptions = false)
final class TestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Option(names = "--junit", paramLabel = "FILE", description = "Also writes the results as JUnit XML.")
  private Path junit;

  @Option(
      names = "--coverage",
      description = "Also shows what of the rules the tests cover, and for each gap a patient who would cover it.")
  private boolean coverage;

  @Option(
      names = "--coverage-out",
      paramLabel = "DIR",
      description = "Writes the coverage into this folder: index.html, lcov.info, and ready tests for the gaps.")
  private Path coverageOut;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = errors.messages(spec);
    LoadedRules loaded = LoadedRules.load(rules, messages);
    return loaded.rules().map(checked -> run(checked, loaded, messages)).orElse(ExitCode.INVALID_RULES);
  }

  private int run(CheckedRules checked, LoadedRules loaded, Messages messages) {
    List<CheckedTest> tests = loaded.tests();
    TestRun run = RuleTests.run(checked, tests, By.BOTH);
    PrintWriter out = spec.commandLine().getOut();
    out.print(TestReport.text(run));
    if (!errors.isHuman()) {
      messages.show(TestReport.diagnostics(run));
    }
    if (coverage || coverageOut != null) {
      CheckedRules own = new CheckedRules(checked.rulesets(), loaded.services(), loaded.tests());
      showCoverage(CoverageFinder.of(own, run, loaded::isGiven), out);
    }
    if (junit != null) {
      write(junit, JunitXml.of(run));
    }
    return run.passed() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void showCoverage(Coverage found, PrintWriter out) {
    if (coverage) {
      out.print("\n" + CoverageText.of(found));
    }
    if (coverageOut != null) {
      write(coverageOut.resolve("index.html"), CoverageHtml.of(found));
      write(coverageOut.resolve("lcov.info"), Lcov.of(found));
      write(coverageOut.resolve("suggested.tests"), CoverageText.suggestions(found));
    }
  }

  private static void write(Path file, String text) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw ResultFile.notWritten(file);
    }
  }
}
