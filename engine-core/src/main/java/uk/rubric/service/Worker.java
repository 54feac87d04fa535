package uk.rubric.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.service.Delivery.Decided;

/** What one thread of a run does: part after part, until none is left or some part has failed. */
final class Worker implements Runnable {
  private final PatientSource source;
  private final BatchEvaluator evaluator;
  private final Delivery delivery;
  private final Counter counter;
  private final int achievementDate;

  Worker(Plan plan, PatientSource source, BatchEvaluator evaluator, Delivery delivery) {
    this.source = source;
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
      if (delivery.isListening()) {
        delivery.take(part.ordinal(), decideAndKeep(batch));
      } else {
        evaluator.evaluate(batch, 
            (record, branches, entries) -> count(batch, record, branches, entries));
      }
      delivery.progress(batch.records());
    } catch (RuntimeException | Error cause) {
      delivery.fail(part.ordinal(), cause);
    }
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
