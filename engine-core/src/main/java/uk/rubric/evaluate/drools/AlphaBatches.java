package uk.rubric.evaluate.drools;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome.EntryOutcome;

/** Patient after patient, step after step: one row and one candidate serve for all. */
final class AlphaBatches implements BatchEvaluator {
  private final Steps steps;
  private final EachEntry units;
  private final Integer[] numbers;
  private final FieldReader fields;
  private final FieldRow row;
  private final Candidate candidate;
  private final AlphaNetwork network;
  private final IntConsumer asking = this::ask;

  AlphaBatches(Plan plan, Steps steps, FieldReader fields, AlphaNetwork network) {
    this.steps = steps;
    units = new EachEntry(plan, steps);
    this.fields = fields;
    numbers = IntStream.range(0, steps.count()).boxed().toArray(Integer[]::new);
    row = fields.newRow();
    candidate = new Candidate(row, null);
    this.network = network;
  }

  @Override
  public void evaluate(PatientBatch batch, Decided decided) {
    for (int record = 0; record < batch.records(); record++) {
      fields.read(batch, record, row);
      steps.decide(Steps.PATIENTS, row, asking);
      List<EntryOutcome> entries = units.decide(row, asking);
      decided.decided(record, row.branches(), entries);
    }
  }

  private void ask(int step) {
    candidate.ask(numbers[step]);
    network.ask(step, candidate);
  }
}
