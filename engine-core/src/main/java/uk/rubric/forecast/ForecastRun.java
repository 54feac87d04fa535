package uk.rubric.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Failure;
import uk.rubric.service.Supplement;
import uk.rubric.service.Workers;

/**
 * Forecasts what a service by the year comes to at the end of its period. Several threads share the work, and the
 * result does not depend on how many. Keeps nothing between runs; thread-safe.
 */
public final class ForecastRun {
  private final Plan atEnd;
  private final Days days;
  private final Evaluator evaluator;
  private final Evaluator evaluatorThen;
  private final int threads;

  /**
   * @param plan at the day from which the forecast looks ahead
   * @param evaluators makes the evaluator of a plan
   * @param threads how many at most work at once; at least 1
   * @throws uk.rubric.run.CouldNotRun when the service is not reckoned by the year, or the day does not lie in its
   *     period with days to come
   */
  public ForecastRun(Plan plan, Function<Plan, Evaluator> evaluators, int threads) {
    days = Days.of(plan);
    atEnd = plan.at(plan.periodEnd());
    evaluator = evaluators.apply(atEnd);
    evaluatorThen = evaluators.apply(atEnd.yearBefore());
    this.threads = threads;
  }

  /**
   * Decides all patients of a source as they are known now, as they were known a year earlier, and as that year ended.
   *
   * @throws uk.rubric.run.CouldNotRun when a part of the source cannot be read
   */
  public Learnt learn(PatientSource source, Progress progress) {
    Failure failure = new Failure();
    AtomicLong done = new AtomicLong();
    IntConsumer told = records -> {
      synchronized (done) {
        source.records().ifPresent(all -> progress.at("learning from last year", done.addAndGet(records), all));
      }
    };
    List<Learner> learners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      learners.add(new Learner(atEnd, days, evaluator, evaluatorThen, source, failure, told));
    }
    Workers.run(learners);
    failure.rethrow();
    Learnt learnt = new Learnt(new Counter(atEnd), Question.of(atEnd), days);
    learners.forEach(learner -> learnt.merge(learner.learnt()));
    return learnt;
  }

  /**
   * What is to be expected of what was learnt.
   *
   * @param supplement without counts of parts: such a service has no forecast
   * @param practices as the extract lists them
   */
  public Forecast forecast(Learnt learnt, Supplement supplement, List<Practice> practices) {
    return new Assembly(atEnd, days, learnt, supplement, practices).forecast();
  }

  /** Those practices of a forecast of which the year before is missing, or so thin that the figures mislead. */
  public static List<PracticeForecast> thin(Forecast forecast) {
    return forecast.practices().stream().filter(p -> p.lack().isPresent() || p.history().thin()).toList();
  }

  /** What was set aside and is odd, with these counted. */
  public static SetAside withWarning(SetAside setAside, Forecast forecast) {
    if (thin(forecast).isEmpty()) {
      return setAside;
    }
    List<SetAside.Reason> warnings = new ArrayList<>(setAside.warnings());
    warnings.add(
        new SetAside.Reason(RunDiagnostic.FORECAST_HISTORY_THIN.id(), "events.csv", thin(forecast).size()));
    warnings.sort(Comparator.comparing(SetAside.Reason::file).thenComparing(SetAside.Reason::code));
    return new SetAside(setAside.records(), setAside.reasons(), warnings);
  }
}
