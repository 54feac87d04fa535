package uk.rubric.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.format.FormatResult;
import uk.rubric.format.Formatter;
import uk.rubric.source.SourceText;

/** {@code rubric fmt RULES}: rule files in their one layout. */
@Command(
    name = "fmt",
    description = {
      "Lays rule files out in the one layout of the language; words and comments stay as they are.",
      "A file with a syntax error is left untouched, and the command ends with 2."
    },
    sortOptions = false)
final class FmtCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULES", description = "A rule file, or a folder with rule files (*.rubric).")
  private Path rules;

  @Option(
      names = "--check",
      description = "Changes no file: lists those that are not in their layout, and ends with 3 if there is one.")
  private boolean check;

  @Option(names = "--diff", description = "Changes no file: shows what would change, as a unified diff.")
  private boolean diff;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  /** A file that is not in its layout. */
  private record Change(SourceText file, String layout) {}

  @Override
  public Integer call() {
    List<Diagnostic> unreadable = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<SourceText> files = RuleFiles.read(rules);
    for (SourceText file : files) {
      FormatResult result = Formatter.format(file);
      unreadable.addAll(result.diagnostics());
      result.text().filter(layout -> !layout.equals(file.text())).map(layout -> new Change(file, layout))
          .ifPresent(changes::add);
    }
    errors.messages(spec).show(unreadable);
    changes.forEach(this::handle);
    if (!check && !diff) {
      spec.commandLine().getOut().println(changes.size() + " of " + files.size() + " files changed");
    }
    return !unreadable.isEmpty() ? ExitCode.INVALID_RULES
        : check && !changes.isEmpty() ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private void handle(Change change) {
    PrintWriter out = spec.commandLine().getOut();
    String name = change.file().name();
    if (diff) {
      UnifiedDiff.lines(name, change.file().text(), change.layout()).forEach(line -> out.print(line + "\n"));
    } else if (check) {
      out.println(name);
    } else {
      FileReplacement.write(Path.of(name), change.layout());
      out.println("formatted " + name);
    }
  }
}
