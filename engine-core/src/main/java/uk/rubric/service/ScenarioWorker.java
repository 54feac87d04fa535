package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.service.ScenarioRun.Observer;
import uk.rubric.service.ScenarioRun.Scenario;

/** What one thread does for several plans: part after part, until none is left or some part has failed. */
final class ScenarioWorker<O extends Observer<O>> implements Runnable {
  private final PatientSource source;
  private final O observer;
  private final Delivery delivery;
  private final List<Plan> plans;
  private final List<BatchEvaluator> evaluators;
  private final List<Counter> counters;

  ScenarioWorker(List<Scenario> scenarios, PatientSource source, O observer, Delivery delivery) {
    this.source = source;
    this.observer = observer;
    this.delivery = delivery;
    plans = scenarios.stream().map(Scenario::plan).toList();
    evaluators = scenarios.stream().map(scenario -> scenario.evaluator().batches()).toList();
    counters = plans.stream().map(Counter::new).toList();
  }

  List<Counter> counters() {
    return counters;
  }

  O observer() {
    return observer;
  }

  /** Takes over what another thread counted and saw. */
  void merge(ScenarioWorker<O> other) {
    for (int i = 0; i < counters.size(); i++) {
      counters.get(i).merge(other.counters.get(i));
    }
    observer.merge(other.observer);
  }

  @Override
  public void run() {
    for (Optional<Part> part = next(); part.isPresent(); part = next()) {
      decide(part.get());
    }
  }

  // Whatever is thrown is brought to the thread that asked for the run, and thrown there.

  private Optional<Part> next() {
    try {
      return delivery.isStopped() ? Optional.empty() : source.next();
    } catch (RuntimeException | Error cause) {
      delivery.fail(Long.MAX_VALUE, cause);
      return Optional.empty();
    }
  }

  private void decide(Part part) {
    try {
      PatientBatch batch = part.read();
      List<List<PatientOutcome>> decided = new ArrayList<>();
      for (int i = 0; i < plans.size(); i++) {
        decided.add(decide(batch, i));
      }
      for (int record = 0; record < batch.records(); record++) {
        int own = record;
        observer.decided(batch, record, decided.stream().map(outcomes -> outcomes.get(own)).toList());
      }
      delivery.progress(batch.records());
    } catch (RuntimeException | Error cause) {
      delivery.fail(part.ordinal(), cause);
    }
  }

  private List<PatientOutcome> decide(PatientBatch batch, int scenario) {
    int achievementDate = Math.toIntExact(plans.get(scenario).achievementDate().toEpochDay());
    Counter counter = counters.get(scenario);
    List<PatientOutcome> outcomes = new ArrayList<>(batch.records());
    evaluators.get(scenario).evaluate(batch, (record, branches, entries) -> {
      counter.add(batch.practice(record), batch.isRegisteredOn(record, achievementDate), branches, entries);
      outcomes.add(new PatientOutcome(branches, entries));
    });
    return outcomes;
  }
}
