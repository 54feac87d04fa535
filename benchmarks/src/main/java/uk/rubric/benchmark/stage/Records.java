package uk.rubric.benchmark.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.rubric.benchmark.data.Workplace;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.plan.Plan;

/** A plan, and records in columns. */
@State(Scope.Benchmark)
public class Records {
  @Param({"6", "60"})
  public int indicators;

  @Param("20000")
  public int patients;

  Plan plan;
  List<PatientBatch> batches;

  /** Makes and reads the extract. */
  @Setup(Level.Trial)
  public void read() {
    plan = SixPieces.plan(Workplace.rules(indicators));
    batches = batches(plan, patients);
  }

  static List<PatientBatch> batches(Plan plan, int patients) {
    try (PatientExtract extract = SixPieces.open(plan, Workplace.extract(patients), 1)) {
      List<PatientBatch> read = new ArrayList<>();
      for (Optional<Part> part = extract.next(); part.isPresent(); part = extract.next()) {
        read.add(part.get().read());
      }
      return read;
    }
  }
}
