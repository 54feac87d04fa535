package uk.rubric.cli;

import java.math.BigDecimal;
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
import uk.rubric.mutation.Mutation;
import uk.rubric.mutation.MutationReport;
import uk.rubric.mutation.MutationResult;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.syntax.FileNode;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** {@code rubric mutate RULES}: whether the tests beside the rules notice when rules are changed. */
@Command(
    name = "mutate",
    description = {
      "Changes rules in one place after another and sees whether a test beside them fails. Lists the changes that no test",
      "notices, each with a test that would. Ends with 3 when the score is below --fail-under, or a test fails already."
    },
    sortOptions = false)
final class MutateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORM",
      description = "The form of the report: text, json. Default: text.")
  private MutationReport format;

  @Option(
      names = "--fail-under",
      defaultValue = "0",
      paramLabel = "PERCENT",
      description = "The lowest score that will do. Default: 0.")
  private BigDecimal least;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LoadedRules loaded = LoadedRules.load(rules, errors.messages(spec));
    return loaded.rules().map(checked -> run(checked, loaded)).orElse(ExitCode.INVALID_RULES);
  }

  private int run(CheckedRules checked, LoadedRules loaded) {
    List<CheckedTest> tests = loaded.tests();
    TestRun unchanged = RuleTests.run(checked, tests, By.REFERENCE);
    if (!unchanged.passed()) {
      spec.commandLine().getErr().print(TestReport.text(unchanged));
      return ExitCode.INCOMPLETE;
    }
    List<FileNode> files = loaded.sources().stream().map(RuleParser::parse).map(ParseResult::file).toList();
    MutationResult result = Mutation.of(files.subList(0, loaded.given()), files, checked, tests);
    spec.commandLine().getOut().print(format.render(result));
    return result.reaches(least) ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
