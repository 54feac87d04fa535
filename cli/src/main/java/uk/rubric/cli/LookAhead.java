package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.PatientExtract;
import uk.rubric.forecast.ForecastRun;
import uk.rubric.forecast.Learnt;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Supplement;

/** What {@code --forecast} does: it reads the extract once more, and warns of a year before that is thin or missing. */
final class LookAhead {
  private final Preparation preparation;
  private final Path events;
  private final ForecastRun run;

  /** Ends a run of which no forecast can be made before it takes its time. */
  LookAhead(RunOptions options, Preparation preparation) {
    this.preparation = preparation;
    events = options.extract.resolve("events.csv");
    run = new ForecastRun(preparation.plan(), options::evaluator, options.threads());
  }

  /**
   * @param extract which was read, for what stands beside the records
   * @param practice the only one of which it is wanted
   */
  Forecast forecast(
      PatientExtract extract, Optional<String> practice, Messages messages, TerminalProgress progress) {
    Learnt learnt = learn(extract, progress);
    Supplement supplement = new Supplement(extract.answers(), extract.history(), Map.of());
    Forecast all = run.forecast(learnt, supplement, extract.practices());
    Forecast forecast = practice.map(all::of).orElse(all);
    messages.show(thin(forecast));
    return forecast;
  }

  private Learnt learn(PatientExtract extract, TerminalProgress progress) {
    try {
      return preparation.overAgain(extract, progress, again -> run.learn(again, progress));
    } finally {
      progress.clear();
    }
  }

  private List<Diagnostic> thin(Forecast forecast) {
    return ForecastRun.thin(forecast).stream().map(practice -> Diagnostic.at(
            Place.of(events.toString()),
            RunDiagnostic.FORECAST_HISTORY_THIN,
            "practice `%s` %s".formatted(practice.practice(),
                practice.lack().map(why -> "has no forecast: " + why.words())
                .orElse("has a forecast that misleads: the year before has far fewer entries than this one")))
        .withHelp(help(practice, forecast))).toList();
  }

  private static String help(PracticeForecast practice, Forecast forecast) {
    String from = forecast.learntTo().plusDays(1).minusYears(1).toString();
    return practice.lack().equals(Optional.of(Lack.HISTORY_TOO_SHORT))
        ? "make the extract again with entries from before `" + from + "`"
        : "make the extract again with all entries from `" + from + "` to `" + forecast.learntTo() + "`";
  }
}
