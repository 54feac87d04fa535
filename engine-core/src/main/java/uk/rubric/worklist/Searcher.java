package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.explain.Lacking;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.plan.Output;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.service.Failure;
import uk.rubric.service.Turns;
import uk.rubric.worklist.Found.PatientGaps;
import uk.rubric.worklist.Workable.Left;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.Gap;

/** What one thread looks for in its parts. */
final class Searcher implements Runnable {
  private final WorklistRun run;
  private final Turns turns;
  private final Consumer<Integer> progress;
  private final BatchEvaluator now;
  private final Optional<BatchEvaluator> rolling;
  private final BatchEvaluator atEnd;
  private final Map<Integer, Simulation> simulations = new HashMap<>();
  private final Found found;

  Searcher(WorklistRun run, PatientSource source, Failure failure, Consumer<Integer> progress) {
    this.run = run;
    this.turns = new Turns(source, failure);
    this.progress = progress;
    now = run.now().batches();
    rolling = run.rolling().map(evaluator -> evaluator.batches());
    atEnd = run.atEnd().batches();
    found = new Found(new Counter(run.plan()), new Counter(run.planAtEnd()));
  }

  /** All that this thread has found when it has ended. */
  Found found() {
    return found;
  }

  @Override
  public void run() {
    turns.run((ordinal, batch) -> search(batch));
  }

  private void search(PatientBatch batch) {
    List<BitSet> achieved = achievedToday(batch);
    List<PatientRecord> known = UpTo.records(batch, run.plan().achievementDate());
    List<List<Left>> left = new ArrayList<>();
    atEnd.evaluate(PatientBatch.of(known), (record, branches, entries) -> {
      count(found.atEnd(), known.get(record), run.planAtEnd().achievementDate(), branches, entries);
      left.add(run.isListed(known.get(record).practice()) ? run.workable().left(branches) : List.of());
    });
    for (int i = 0; i < known.size(); i++) {
      add(known.get(i), left.get(i).stream().filter(run::isListed).toList(), achieved.get(i));
      progress.accept(1);
    }
  }

  private List<BitSet> achievedToday(PatientBatch batch) {
    List<BitSet> achieved = new ArrayList<>();
    int day = Math.toIntExact(run.plan().achievementDate().toEpochDay());
    now.evaluate(batch, (record, branches, entries) -> {
      found.now().add(batch.practice(record), batch.isRegisteredOn(record, day), branches, entries);
      achieved.add(run.workable().achieved(branches));
    });
    rolling.ifPresent(evaluator -> evaluator.evaluate(batch,
        (record, branches, entries) -> achieved.get(record).or(run.workable().achieved(branches))));
    return achieved;
  }

  private static void count(
      Counter counter, PatientRecord patient, LocalDate day, int[] branches, List<EntryOutcome> entries) {
    counter.add(patient.practice(), patient.isRegisteredOn(day), branches, entries);
  }

  private void add(PatientRecord patient, List<Left> left, BitSet achieved) {
    if (left.isEmpty()) {
      return;
    }
    boolean died = patient.died().isPresent();
    List<Gap> gaps = died ? List.of() : gaps(patient, left, achieved);
    found.patients().add(new PatientGaps(patient.practice(), patient.patientId(), died, gaps));
  }

  private List<Gap> gaps(PatientRecord patient, List<Left> left, BitSet achieved) {
    List<Gap> gaps = new ArrayList<>();
    for (Left each : left) {
      ActFinder finder = run.finder(each.indicator());
      Optional<Act> act = finder.find(
          patient, simulations.computeIfAbsent(each.indicator(), i -> finder.simulation()));
      Output indicator = finder.plan().outputs().get(0);
      gaps.add(new Gap(indicator.id(), each.standing(), each.rejection(), achieved.get(each.indicator()),
          new Lacking(finder.plan(), patient).of(indicator), act, Optional.empty()));
    }
    return gaps;
  }
}
