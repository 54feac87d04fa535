package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun.OutcomeListener;

/**
 * Several plans over the same patients, who are read once: other rules, other code clusters, other days. Each plan is
 * counted as a run of its own would count it, and for each record an observer sees what all plans decided. Several
 * threads share the work, and the result does not depend on how many. Keeps nothing between runs; thread-safe.
 */
public final class ScenarioRun {
  private final List<Scenario> scenarios;
  private final int threads;

  /** A plan, and an evaluator of it. */
  public record Scenario(Plan plan, Evaluator evaluator) {}

  /**
   * Sees how each record was decided, in no promised order: what it keeps must not depend on one. Each thread has its
   * own.
   *
   * @param <O> itself
   */
  public interface Observer<O extends Observer<O>> {
    /** @param outcomes one for each scenario, in their order */
    void decided(PatientBatch batch, int record, List<PatientOutcome> outcomes);

    /** Takes over what another thread's observer saw. */
    void merge(O other);
  }

  /**
   * What came out.
   *
   * @param counters one for each scenario, in their order
   * @param observer which has seen every record
   */
  public record Counted<O>(List<Counter> counters, O observer) {
    public Counted {
      counters = List.copyOf(counters);
    }
  }

  /** @param threads how many at most work at once; at least 1, which is the calling one */
  public ScenarioRun(List<Scenario> scenarios, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a run needs a thread");
    }
    this.scenarios = List.copyOf(scenarios);
    this.threads = threads;
  }

  /**
   * Decides and counts all patients of a source by every plan.
   *
   * @param source which keeps what any of the plans wants
   * @throws uk.rubric.run.CouldNotRun when a part of the source cannot be read
   */
  public <O extends Observer<O>> Counted<O> count(PatientSource source, Supplier<O> observers, Progress progress) {
    Delivery delivery = new Delivery(OutcomeListener.NONE, progress, source.records(), threads);
    List<ScenarioWorker<O>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new ScenarioWorker<>(scenarios, source, observers.get(), delivery));
    }
    Workers.run(workers);
    delivery.rethrowFailure();
    ScenarioWorker<O> first = workers.get(0);
    workers.subList(1, threads).forEach(first::merge);
    return new Counted<>(first.counters(), first.observer());
  }
}
