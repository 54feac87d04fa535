package uk.rubric.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.load.RuleLoader;
import uk.rubric.rulebook.Covered;
import uk.rubric.rulebook.RuleBook;
import uk.rubric.testing.CoverageFinder;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestReport;
import uk.rubric.testing.TestRun;

/** {@code rubric docs RULES}: the rule book as a static site. */
@Command(
    name = "docs",
    description = {
      "Writes the rule book: pages with each table as published, a reading in plain English, and links both ways.",
      "They open from the file system and ask for nothing from outside. Ends with 2 when the text is invalid,",
      "and with 3 when a test fails (--coverage)."
    },
    sortOptions = false)
final class DocsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Option(
      names = "--out",
      defaultValue = "rule-book",
      paramLabel = "DIR",
      description = "The folder to write: a new or empty one, or one with a rule book. Default: rule-book.")
  private Path out;

  @Option(
      names = "--coverage",
      description = "Run the tests beside the rules, and show beside each rule what they cover.")
  private boolean coverage;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleLoader.Loaded loaded = RuleLoader.load(RuleFiles.read(rules), RuleFiles::imported);
    CheckResult result = loaded.check();
    errors.messages(spec).show(result.diagnostics());
    if (result.rules().isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    CheckedRules checked = result.rules().get();
    Optional<TestRun> tests = coverage ? Optional.of(RuleTests.run(checked)) : Optional.empty();
    Covered covered = tests.<Covered>map(run -> new CoverageLines(CoverageFinder.of(checked, run, source -> true)))
        .orElse((ladder, rule) -> Optional.empty());
    Map<String, String> book = RuleBook.of(loaded.files(), checked, covered);
    RuleBookFolder.write(out, book);
    spec.commandLine().getOut().println(
        book.keySet().stream().filter(name -> name.endsWith(".html")).count() + " pages, of which the first is "
            + out.resolve(RuleBook.INDEX));
    tests.filter(run -> !run.passed()).ifPresent(run -> spec.commandLine().getOut().print(TestReport.text(run)));
    return tests.map(TestRun::passed).orElse(true) ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
