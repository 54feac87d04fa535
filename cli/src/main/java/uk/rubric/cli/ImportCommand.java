package uk.rubric.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.imports.ImportOptions;
import uk.rubric.imports.ImportResult;
import uk.rubric.imports.TableImport;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** {@code rubric import TABLES}: published rule tables to a rule file. */
@Command(
    name = "import",
    description = {
      "Writes a rule file from published rule tables, and marks what they leave open.",
      "Ends with 2, and writes nothing, when a cell cannot be read in full."
    },
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLES",
      arity = "1..*",
      description = {
        "Tables of rules, fields, clusters and the like: documents (*.md), CSV files (*.csv), or folders of both.",
        "What two files say of one thing must be the same."
      })
  private List<Path> tables;

  @Option(
      names = "--ruleset",
      paramLabel = "NAME",
      description = "What the rule set is called. Default: what the document says.")
  private String ruleset;

  @Option(
      names = "--version",
      paramLabel = "NUMBER",
      description = "The version of the rule set. Default: that of the document.")
  private String version;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The rule file to write, which must not be there yet. Default: standard output.")
  private Path out;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ImportOptions options = new ImportOptions(Optional.ofNullable(ruleset), Optional.ofNullable(version));
    ImportResult result = TableImport.of(TextFiles.read(tables, "table", ".csv", ".md"), options);
    errors.messages(spec).show(result.diagnostics());
    if (result.rules().isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    write(result.rules().get());
    return result.diagnostics().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void write(String rules) {
    if (out == null) {
      spec.commandLine().getOut().print(rules);
      spec.commandLine().getOut().flush();
      return;
    }
    try {
      // A rule file that is there may have been worked on since.
      Files.writeString(out, rules, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CouldNotRun(
          Diagnostic.at(Place.of(out.toString()), RunDiagnostic.NOT_WRITTEN, "there is such a file already")
              .withHelp("name another file, or take that one away"));
    } catch (IOException e) {
      throw ResultFile.notWritten(out);
    }
  }
}
