package uk.rubric.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.plan.Plan;
import uk.rubric.service.Failure;
import uk.rubric.service.Turns;

/** What one thread learns of its parts: each record is decided three times. */
final class Learner implements Runnable {
  private final Days days;
  private final List<Question> questions;
  private final Turns turns;
  private final IntConsumer progress;
  private final BatchEvaluator atEnd;
  private final BatchEvaluator atEndThen;
  private final Learnt learnt;

  Learner(
      Plan plan, Days days, Evaluator atEnd, Evaluator atEndThen, PatientSource source, Failure failure,
      IntConsumer progress) {
    this.days = days;
    this.turns = new Turns(source, failure);
    this.progress = progress;
    this.atEnd = atEnd.batches();
    this.atEndThen = atEndThen.batches();
    questions = Question.of(plan);
    learnt = new Learnt(new Counter(plan), questions, days);
  }

  /** All that this thread has learnt when it has ended. */
  Learnt learnt() {
    return learnt;
  }

  @Override
  public void run() {
    turns.run((ordinal, batch) -> learn(batch));
  }

  private void learn(PatientBatch batch) {
    List<PatientRecord> records = new ArrayList<>(batch.records());
    for (int i = 0; i < batch.records(); i++) {
      records.add(batch.toRecord(i));
    }
    PatientBatch known = KnownOn.of(records, days.asAt());
    List<int[]> now = states(known, atEnd, days.end());
    List<int[]> from = states(KnownOn.of(records, days.asAtThen()), atEndThen, days.endThen());
    List<int[]> to = states(KnownOn.of(records, days.endThen()), atEndThen, days.endThen());
    for (int i = 0; i < records.size(); i++) {
      PatientRecord record = records.get(i);
      learnt.of(record.practice()).add(record, now.get(i), from.get(i), to.get(i));
      if (record.events().stream().anyMatch(event -> event.detail().entered().isPresent())) {
        learnt.sawEntered();
      }
    }
    progress.accept(records.size());
  }

  private List<int[]> states(PatientBatch known, BatchEvaluator evaluator, LocalDate end) {
    List<int[]> states = new ArrayList<>(known.records());
    int day = Math.toIntExact(end.toEpochDay());
    evaluator.evaluate(known, (record, branches, entries) -> {
      boolean registered = known.isRegisteredOn(record, day);
      states.add(questions.stream().mapToInt(question -> question.state(branches, registered)).toArray());
      if (evaluator == atEnd) {
        learnt.recorded().add(known.practice(record), registered, branches, entries);
      }
    });
    return states;
  }
}
