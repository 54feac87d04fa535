package uk.rubric.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.rubric.extract.Prepared;
import uk.rubric.extract.plain.PlainExtract;

/** {@code rubric prepare}: an extract that later runs read in a fraction of the time. */
@Command(
    name = "prepare",
    description = {
      "Reads an extract once, with all checks, and writes a folder that every command takes in its place and reads in a",
      "fraction of the time, with the same results. The folder holds all that the extract holds: guard it alike."
    },
    sortOptions = false)
final class PrepareCommand implements Callable<Integer> {
  @Option(names = "--extract", required = true, paramLabel = "DIR", description = "The folder of the extract.")
  private Path extract;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to make. Nobody but its owner may read it.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads at most work at once. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day of the command; each later command goes by its own. Default: the clock's.")
  private LocalDate today;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = errors.messages(spec);
    if (threads != null && threads < 1) {
      throw new ParameterException(spec.commandLine(), "`--threads` is at least 1, and " + threads + " was given");
    }
    Prepared prepared;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      prepared = PlainExtract.prepare(
          extract, out, today == null ? LocalDate.now() : today,
          threads == null ? Runtime.getRuntime().availableProcessors() : threads, progress);
    }
    messages.show(prepared.messages());
    spec.commandLine().getOut().println(String.format(
        Locale.ROOT, "%d patients and %d entries prepared in %s", prepared.patients(), prepared.entries(), out));
    return prepared.setAside().isNothing() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
