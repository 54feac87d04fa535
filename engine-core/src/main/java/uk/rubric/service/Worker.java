package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.service.Delivery.Decided;

/** What one thread does for one plan. */
final class Worker implements Runnable {
  private final Turns turns;
  private final BatchEvaluator evaluator;
  private final Delivery delivery;
  private final Counter counter;
  private final int achievementDate;

  Worker(Plan plan, PatientSource source, BatchEvaluator evaluator, Delivery delivery) {
    this.turns = new Turns(source, delivery);
    this.evaluator = evaluator;
    this.delivery = delivery;
    counter = new Counter(plan);
    achievementDate = Math.toIntExact(plan.achievementDate().toEpochDay());
  }

  /** What this thread has counted; all of it when the run has ended. */
  Counter counter() {
    return counter;
  }

  @Override
  public void run() {
    turns.run(this::decide);
  }

  private void decide(long ordinal, PatientBatch batch) {
    if (delivery.isListening()) {
      delivery.take(ordinal, decideAndKeep(batch));
    } else {
      evaluator.evaluate(batch, (record, branches, entries) -> count(batch, record, branches, entries));
    }
    delivery.progress(batch.records());
  }

  private Decided decideAndKeep(PatientBatch batch) {
    List<RecordId> records = new ArrayList<>(batch.records());
    List<PatientOutcome> outcomes = new ArrayList<>(batch.records());
    evaluator.evaluate(batch, (record, branches, entries) -> {
      count(batch, record, branches, entries);
      records.add(new RecordId(batch.practice(record), batch.patientId(batch.person(record))));
      outcomes.add(new PatientOutcome(branches, entries));
    });
    return new Decided(records, outcomes);
  }

  private void count(PatientBatch batch, int record, int[] branches, List<EntryOutcome> entries) {
    boolean isRegistered = batch.isRegisteredOn(record, achievementDate);
    counter.add(batch.practice(record), isRegistered, branches, entries);
    if (isRegistered) {
      counter.addDays(batch, record);
    }
  }
}
