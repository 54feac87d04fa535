package uk.rubric.benchmark.stage;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import uk.rubric.benchmark.data.Workplace;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;

/** The stages of a run, each over all patients, in one thread. Run with {@code -prof gc} to see what they allocate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {
  private static final int PARTIAL_COUNTS = 1_000;

  private FieldReader fields;
  private FieldRow row;
  private BatchEvaluator alpha;
  private BatchEvaluator session;
  private Counter[] counters;

  /** Compiles the rules. */
  @Setup
  public void compile(Records records) {
    fields = new FieldExtractor(records.plan).reader();
    row = fields.newRow();
    alpha = new DroolsEvaluator(records.plan, Way.ALPHA).batches();
    session = new DroolsEvaluator(records.plan, Way.SESSION).batches();
    counters = new Counter[PARTIAL_COUNTS];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new Counter(records.plan);
      count(records.batches.subList(0, 1), counters[i]);
    }
  }

  private void count(List<PatientBatch> batches, Counter counter) {
    batches.forEach(batch -> alpha.evaluate(
        batch, (record, branches, entries) -> counter.add(batch.practice(record), true, branches, entries)));
  }

  /**
   * The cells of the CSV by the library that reads what the scan leaves to it: their length is all that is asked, and
   * no row is checked.
   */
  @Benchmark
  public long library(Records records) throws IOException {
    long length = 0;
    try (CsvReader<Integer> rows = CsvReader.builder().build(
        new CellLengths(), Workplace.extract(records.patients).resolve("events.csv"), StandardCharsets.ISO_8859_1)) {
      for (int row : rows) {
        length += row;
      }
    }
    return length;
  }

  /** CSV to columns. */
  @Benchmark
  public Object scan(Records records) {
    return Records.batches(records.plan, records.patients);
  }

  /** Columns to fields, all of them. */
  @Benchmark
  public void fields(Records records, Blackhole hole) {
    for (PatientBatch batch : records.batches) {
      for (int record = 0; record < batch.records(); record++) {
        fields.read(batch, record, row);
        row.fill();
        hole.consume(row);
      }
    }
  }

  /** Columns to outcomes through the alpha network, fields included. */
  @Benchmark
  public void alpha(Records records, Blackhole hole) {
    records.batches.forEach(batch -> alpha.evaluate(batch, (record, branches, entries) -> hole.consume(branches)));
  }

  /** Columns to outcomes in sessions, fields included. */
  @Benchmark
  public void session(Records records, Blackhole hole) {
    records.batches.forEach(batch -> session.evaluate(batch, (record, branches, entries) -> hole.consume(branches)));
  }

  /** A thousand partial counts to one. */
  @Benchmark
  public Object merge(Records records) {
    Counter all = new Counter(records.plan);
    for (Counter counter : counters) {
      all.merge(counter);
    }
    return all;
  }
}
