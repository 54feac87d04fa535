package uk.rubric.benchmark.stage;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import uk.rubric.benchmark.data.Workplace;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;
import uk.rubric.plan.Plan;

/**
 * What deciding costs with the records in memory, warm and in one thread, as processor time of that thread: lines
 * {@code # name cpu=…}, in seconds, the median of some passes. Quicker than JMH, and steadier where others use the
 * machine.
 */
public final class EvaluationAlone {
  private static final int WARM = 15;
  // Java's optimizing compiler is seconds behind on a busy machine, however few passes those are.
  private static final long WARM_NANOS = 2_000_000_000;
  private static final int PASSES = 9;

  // Somewhere to leave results, so that nothing is optimized away.
  private long seen;

  private EvaluationAlone() {}

  /** @param arguments the number of patients, and 6 or 60 */
  public static void main(String[] arguments) {
    Plan plan = SixPieces.plan(Workplace.rules(Integer.parseInt(arguments[1])));
    List<PatientBatch> batches = Records.batches(plan, Integer.parseInt(arguments[0]));
    EvaluationAlone run = new EvaluationAlone();
    FieldReader fields = new FieldExtractor(plan).reader();
    FieldRow row = fields.newRow();
    print("fields", () -> run.fields(batches, fields, row));
    for (Way way : Way.values()) {
      BatchEvaluator evaluator = new DroolsEvaluator(plan, way).batches();
      print(way.name().toLowerCase(java.util.Locale.ROOT), () -> run.evaluate(batches, evaluator));
    }
    System.out.println("# seen " + run.seen);
  }

  private void fields(List<PatientBatch> batches, FieldReader fields, FieldRow row) {
    for (PatientBatch batch : batches) {
      for (int record = 0; record < batch.records(); record++) {
        fields.read(batch, record, row);
        row.fill();
        seen += row.decisions();
      }
    }
  }

  private void evaluate(List<PatientBatch> batches, BatchEvaluator evaluator) {
    batches.forEach(batch -> evaluator.evaluate(batch, (record, branches, entries) -> seen += branches[0]));
  }

  private static void print(String name, Runnable pass) {
    long begun = System.nanoTime();
    for (int i = 0; i < WARM || System.nanoTime() - begun < WARM_NANOS; i++) {
      pass.run();
    }
    long[] times = new long[PASSES];
    for (int i = 0; i < PASSES; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      pass.run();
      times[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(times);
    System.out.printf("# %s cpu=%.4f%n", name, times[PASSES / 2] / 1e9);
  }
}
