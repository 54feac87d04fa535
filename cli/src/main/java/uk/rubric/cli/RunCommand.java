package uk.rubric.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.rubric.check.Stretch;
import uk.rubric.count.Counter;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.PatientExtract;
import uk.rubric.forecast.ForecastRun;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Bands;
import uk.rubric.payment.Payments;
import uk.rubric.report.CsvReport;
import uk.rubric.report.JsonReport;
import uk.rubric.report.Report;
import uk.rubric.report.TableReport;
import uk.rubric.result.Forecast;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.ServiceResult;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.ServiceRun.OutcomeListener;
import uk.rubric.service.Supplement;
import uk.rubric.service.Unchosen;

/** {@code rubric run}: counts and income by practice. */
@Command(
    name = "run",
    description = "Runs a service over an extract: register counts, achievement and income by practice.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private RunOptions options;
  @Mixin private ErrorOption errors;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORM",
      description = "How the result is written: ${COMPLETION-CANDIDATES}. Default: table.")
  private Format format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes, instead of standard output.")
  private Path out;

  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description = "Writes a CSV with one line for each patient and output. It names patients.")
  private Path outcomes;

  @Option(
      names = "--bands",
      description = "Adds what the income comes to when a figure of the source, such as a national prevalence, is 1 or 5 %%"
          + " higher or lower.")
  private boolean bands;

  @Option(
      names = "--forecast",
      description = "Adds what the end of the period may come to: as recorded, and as the year before went on.")
  private boolean forecast;

  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = errors.messages(spec);
    if (out != null && out.equals(outcomes)) {
      throw new ParameterException(spec.commandLine(), "`--out` and `--outcomes` name one file");
    }
    options.check(spec.commandLine());
    ResultFile.check(options.read(), out, outcomes);
    Optional<Preparation> preparation = Preparation.of(options, messages);
    return preparation.map(p -> run(p, messages)).orElse(ExitCode.INVALID_RULES);
  }

  private int run(Preparation preparation, Messages messages) {
    Optional<LookAhead> outlook = Optional.of(forecast).filter(asked -> asked)
        .map(asked -> new LookAhead(options, preparation));
    ServiceResult result;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      result = decide(preparation, outlook, messages, progress);
    }
    write(result);
    messages.show(uncomputed(result));
    return result.setAside().isNothing() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private List<Diagnostic> uncomputed(ServiceResult result) {
    return result.setAside().warnings().stream()
        .filter(warning -> warning.code().equals(RunDiagnostic.INCOME_NOT_COMPUTABLE.id()))
        .map(warning -> uncomputed(warning.count()))
        .toList();
  }

  private Diagnostic uncomputed(long practices) {
    String whose = practices == 1 ? "1 practice" : practices + " practices";
    return Diagnostic.at(
            Place.of(options.extract.toString()),
            RunDiagnostic.INCOME_NOT_COMPUTABLE,
            "the income of " + whose + " cannot be computed")
        .withHelp("look in the result for the figures without a value: most often the list size is 0");
  }

  private ServiceResult decide(
      Preparation preparation, Optional<LookAhead> outlook, Messages messages, TerminalProgress progress) {
    if (outcomes == null) {
      return preparation.over(progress, extract ->
          decide(preparation.choosing(extract), extract, outlook, messages, progress));
    }
    // Outcomes are written as they come, in an order that is promised.
    try (PatientExtract extract = preparation.extract(progress)) {
      return decide(preparation.choosing(extract), extract, outlook, messages, progress);
    }
  }

  private ServiceResult decide(
      Preparation preparation, PatientExtract extract, Optional<LookAhead> outlook, Messages messages,
      TerminalProgress progress) {
    ServiceRun run = options.run(preparation.plan());
    Counter counter = count(run, preparation, extract, progress);
    progress.clear();
    messages.show(extract.messages());
    messages.show(endingEarly(counter, preparation));
    Supplement supplement =
        new Supplement(extract.answers(), extract.history(), parts(preparation, counter, extract, progress));
    messages.show(UnchosenWords.of(
        Unchosen.of(counter, supplement.parts().values(), extract.practices()), options.extract));
    ServiceResult result = withBands(supplement, extract.practices(),
        run.result(counter, supplement, extract.practices(), extract.setAside(), preparation.manifest(extract)));
    return outlook.map(ahead -> {
      Forecast made = ahead.forecast(extract, Optional.empty(), messages, progress);
      return result.with(made, ForecastRun.withWarning(result.setAside(), made));
    }).orElse(result);
  }

  private ServiceResult withBands(Supplement supplement, List<Practice> practices, ServiceResult result) {
    if (!bands || !result.plan().service().hasPayments()) {
      return result;
    }
    List<PracticeCounts> counts = result.practices().stream().map(ServiceResult.PracticeResult::counts).toList();
    return result.with(Bands.of(result.plan(), supplement.ledger(counts, practices)));
  }

  private List<Diagnostic> endingEarly(Counter counter, Preparation preparation) {
    LocalDate asAt = preparation.plan().achievementDate();
    return counter.endingEarly().entrySet().stream()
        .map(practice -> Diagnostic.at(
                Place.of(options.extract.resolve("events.csv").toString()),
                RunDiagnostic.ENTRIES_END_EARLY,
                "practice `%s` has no entry after `%s`, and more were to be expected by `%s`"
                    .formatted(practice.getKey(), practice.getValue(), asAt))
            .withHelp("make the extract again when that day is over, or run `--as-at " + practice.getValue() + "`"))
        .toList();
  }

  /** Counts at the end of each month or quarter that needs them: the extract is read again for each such day. */
  private Map<Stretch, Counter> parts(
      Preparation preparation, Counter whole, PatientExtract extract, TerminalProgress progress) {
    Map<Stretch, Counter> parts = new HashMap<>();
    for (Stretch part : Payments.of(preparation.plan()).partsToCount()) {
      parts.put(part, part.end().equals(preparation.plan().achievementDate())
          ? whole : countAt(part.end(), preparation, extract, progress));
    }
    return parts;
  }

  private Counter countAt(
      LocalDate day, Preparation preparation, PatientExtract extract, TerminalProgress progress) {
    try {
      return preparation.overAgain(extract, progress,
          again -> options.run(preparation.plan().at(day)).count(again, OutcomeListener.NONE, progress));
    } finally {
      progress.clear();
    }
  }

  private Counter count(
      ServiceRun run, Preparation preparation, PatientExtract extract, TerminalProgress progress) {
    if (outcomes == null) {
      return run.count(extract, OutcomeListener.NONE, progress);
    }
    OutcomesFile file = OutcomesFile.open(outcomes, preparation.plan());
    try (file) {
      Counter counter = run.count(extract, file, progress);
      // Fails where a file changed meanwhile.
      extract.setAside();
      return counter;
    } catch (RuntimeException | Error e) {
      ResultFile.discard(outcomes);
      throw e;
    }
  }

  private void write(ServiceResult result) {
    String text = new String(report().bytes(result), StandardCharsets.UTF_8);
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      ResultFile.write(out, text);
    }
  }

  private Report report() {
    return switch (format) {
      case TABLE -> new TableReport();
      case JSON -> new JsonReport();
      case CSV -> new CsvReport();
    };
  }
}
