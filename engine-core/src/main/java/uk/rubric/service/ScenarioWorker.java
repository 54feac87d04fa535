package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.service.ScenarioRun.Observer;
import uk.rubric.service.ScenarioRun.Scenario;

/** What one thread does for several plans. */
final class ScenarioWorker<O extends Observer<O>> implements Runnable {
  private final Turns turns;
  private final Delivery delivery;
  private final O observer;
  private final List<Plan> plans;
  private final List<BatchEvaluator> evaluators;
  private final List<Counter> counters;

  ScenarioWorker(List<Scenario> scenarios, PatientSource source, O observer, Delivery delivery) {
    this.turns = new Turns(source, delivery);
    this.delivery = delivery;
    this.observer = observer;
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
    turns.run((ordinal, batch) -> decide(batch));
  }

  private void decide(PatientBatch batch) {
    List<List<PatientOutcome>> decided = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      decided.add(decide(batch, i));
    }
    for (int record = 0; record < batch.records(); record++) {
      int own = record;
      observer.decided(batch, record, decided.stream().map(outcomes -> outcomes.get(own)).toList());
    }
    delivery.progress(batch.records());
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
