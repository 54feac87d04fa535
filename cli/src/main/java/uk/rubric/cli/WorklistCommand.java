package uk.rubric.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.extract.PatientExtract;
import uk.rubric.forecast.ForecastRun;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Payments;
import uk.rubric.report.WorklistCsv;
import uk.rubric.report.WorklistJson;
import uk.rubric.report.WorklistTable;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Supplement;
import uk.rubric.worklist.Choice;
import uk.rubric.worklist.Found;
import uk.rubric.worklist.WhatIf;
import uk.rubric.worklist.Worklist;
import uk.rubric.worklist.WorklistRun;

/** {@code rubric worklist}: who still needs what, by when, and what it is worth. */
@Command(
    name = "worklist",
    description = "Lists who still needs what, by which last day it can be done, and what it is worth."
        + " It names patients.",
    sortOptions = false)
final class WorklistCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private ErrorOption errors;

  @Option(names = "--indicator", paramLabel = "ID", description = "Lists what is left of this indicator alone.")
  private String indicator;

  @Option(names = "--practice", paramLabel = "CODE", description = "Lists the patients of this practice alone.")
  private String practice;

  @Option(names = "--limit", paramLabel = "N", description = "Lists so many patients of each practice at most.")
  private Integer limit;

  @Option(
      names = "--excepted",
      description = "Lists those alone who are excepted, and tells who of them could still be seen.")
  private boolean excepted;

  @Option(
      names = "--what-if",
      paramLabel = "TEXT",
      description = "What a larger register would change, such as \"DM_REG +10 achieved 60%%\"; may stand several times.")
  private List<String> whatIfs = List.of();

  @Option(
      names = "--forecast",
      description = "Adds what the end of the period may come to: as recorded, and as the year before went on.")
  private boolean forecast;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORM",
      description = "How the list is written: ${COMPLETION-CANDIDATES}. Default: table.")
  private RunCommand.Format format;

  @Option(names = "--out", paramLabel = "FILE", description = "Where the list goes, instead of standard output.")
  private Path out;

  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = errors.messages(spec);
    options.check(spec.commandLine());
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "`--limit` is at least 1, and " + limit + " was given");
    }
    if (!whatIfs.isEmpty() && format == RunCommand.Format.CSV) {
      throw new ParameterException(spec.commandLine(), "`--what-if` is answered as table or json, not as csv");
    }
    if (forecast && format == RunCommand.Format.CSV) {
      throw new ParameterException(spec.commandLine(),
          "`--forecast` of a worklist is answered as table or json; as csv by `rubric run`");
    }
    whatIfs.forEach(this::whatIf);
    ResultFile.check(options.read(), out);
    return Preparation.of(options, messages).map(p -> list(p, messages)).orElse(ExitCode.INVALID_RULES);
  }

  private Choice choice() {
    return new Choice(options.todayGiven(), Optional.ofNullable(indicator), Optional.ofNullable(practice), excepted,
        limit == null ? OptionalInt.empty() : OptionalInt.of(limit), whatIfs.stream().map(this::whatIf).toList());
  }

  private WhatIf whatIf(String text) {
    return WhatIf.parse(text).orElseThrow(() -> new ParameterException(spec.commandLine(),
        "`--what-if` is a register, how many more and how many of them achieve, as in `DM_REG +10 achieved 60%`"));
  }

  private int list(Preparation preparation, Messages messages) {
    check(run(preparation));
    Optional<LookAhead> ahead =
        Optional.of(forecast).filter(asked -> asked).map(asked -> new LookAhead(options, preparation));
    Worklist list;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        PatientExtract extract = preparation.extract(progress)) {
      Worklist alone = list(run(preparation.choosing(extract)), preparation, extract, messages, progress);
      list = ahead.map(look -> look.forecast(extract, Optional.ofNullable(practice), messages, progress))
          .map(made -> alone.with(made, ForecastRun.withWarning(alone.setAside(), made)))
          .orElse(alone);
    }
    write(text(list));
    return list.setAside().isNothing() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private WorklistRun run(Preparation preparation) {
    return new WorklistRun(preparation.plan(), options::evaluator, options.threads(), choice());
  }

  private void check(WorklistRun run) {
    if (run.from().isAfter(run.to())) {
      throw new ParameterException(spec.commandLine(),
          "`--today` is " + run.from() + ", and the last day on which something counts is " + run.to());
    }
    if (indicator != null && !run.indicators().contains(indicator)) {
      throw unknown(RunDiagnostic.UNKNOWN_OUTPUT, new Place.OnCommand(),
          "the service has no indicator `" + indicator + "` that decides patients by a denominator and numerator",
          indicator, run.indicators());
    }
    for (String text : whatIfs) {
      if (!run.registers().contains(whatIf(text).register())) {
        throw unknown(RunDiagnostic.UNKNOWN_OUTPUT, new Place.OnCommand(),
            "the service has no register `" + whatIf(text).register() + "`", whatIf(text).register(), run.registers());
      }
    }
  }

  private static CouldNotRun unknown(
      RunDiagnostic code, Place place, String message, String asked, List<String> known) {
    Optional<String> close = Suggestion.closest(asked, known);
    return new CouldNotRun(Diagnostic.at(place, code, message)
        .withHelp(close.map(c -> "did you mean `" + c + "`?")
            .orElse(known.isEmpty() ? "there is none" : "there are " + String.join(", ", known))));
  }

  private Worklist list(
      WorklistRun run, Preparation preparation, PatientExtract extract, Messages messages, TerminalProgress progress) {
    Found found = run.find(extract, progress);
    progress.clear();
    messages.show(extract.messages());
    List<String> codes = extract.practices().stream().map(Practice::code).toList();
    if (practice != null && !codes.contains(practice)) {
      throw unknown(RunDiagnostic.UNKNOWN_PRACTICE, Place.of(options.extract.toString()),
          "the extract has no practice `" + practice + "`", practice, codes);
    }
    Supplement supplement =
        new Supplement(extract.answers(), extract.history(), parts(run, preparation, extract, progress));
    Worklist list =
        run.list(found, supplement, extract.practices(), extract.setAside(), preparation.manifest(extract));
    messages.show(UnchosenWords.of(run.unchosen(found, supplement, extract.practices()), options.extract));
    return list;
  }

  /** Counts at the end of each month or quarter that needs them: the extract is read again for each such day. */
  private static Map<Stretch, Counter> parts(
      WorklistRun run, Preparation preparation, PatientExtract extract, TerminalProgress progress) {
    Map<Stretch, Counter> parts = new HashMap<>();
    for (Stretch part : Payments.of(run.planAtEnd()).partsToCount()) {
      try {
        parts.put(part, preparation.overAgain(
            extract, progress, again -> run.count(part.end(), again, progress)));
      } finally {
        progress.clear();
      }
    }
    return parts;
  }

  private String text(Worklist list) {
    return switch (format) {
      case TABLE -> WorklistTable.of(list);
      case JSON -> WorklistJson.of(list);
      case CSV -> WorklistCsv.of(list);
    };
  }

  private void write(String text) {
    if (out == null) {
      PrintWriter writer = spec.commandLine().getOut();
      writer.print(text);
      writer.flush();
      return;
    }
    ResultFile.write(out, text);
  }
}
