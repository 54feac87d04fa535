package uk.rubric.evaluate.drools;

import java.util.stream.IntStream;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;

/** Patient after patient, step after step: one row, one candidate and one fact handle serve for all. */
final class AlphaBatches implements BatchEvaluator {
  private final Steps steps;
  private final Integer[] numbers;
  private final FieldReader fields;
  private final FieldRow row;
  private final Candidate candidate;
  private final AlphaNetwork.Handle handle;

  AlphaBatches(Steps steps, FieldReader fields, AlphaNetwork network) {
    this.steps = steps;
    this.fields = fields;
    numbers = IntStream.range(0, steps.count()).boxed().toArray(Integer[]::new);
    row = fields.newRow();
    candidate = new Candidate(row, null);
    handle = network.handle(candidate);
  }

  @Override
  public void evaluate(PatientBatch batch, Decided decided) {
    for (int record = 0; record < batch.records(); record++) {
      fields.read(batch, record, row);
      decide();
      decided.decided(record, row.branches());
    }
  }

  private void decide() {
    for (int step = 0; step < numbers.length; step++) {
      if (steps.isAsked(step, row)) {
        candidate.ask(numbers[step]);
        handle.propagate();
      }
    }
    steps.requireDecided(row);
  }
}
