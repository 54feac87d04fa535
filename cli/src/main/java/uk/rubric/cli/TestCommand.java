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
import uk.rubric.testing.JunitXml;
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
    if (junit != null) {
      write(junit, JunitXml.of(run));
    }
    return run.passed() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw OutcomesFile.notWritten(file);
    }
  }
}
