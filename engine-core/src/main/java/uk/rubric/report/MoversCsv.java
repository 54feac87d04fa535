package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import uk.rubric.impact.Standing;
import uk.rubric.impact.Transitions.Mover;

/**
 * Who is counted differently: {@code practice_code,patient_id,old_output,new_output,entry}, then for the old and the
 * new rules the state and the ladder, its owner, the rule and the reason that decided. It names patients.
 *
 * <p>UTF-8 is the writer's to choose; lines end with LF. Not thread-safe. Failures to write are
 * {@link java.io.UncheckedIOException}.
 */
public final class MoversCsv implements Closeable {
  private final CsvWriter csv;

  /** Writes the head at once. */
  public MoversCsv(Writer writer) {
    csv = Csv.writer(writer);
    csv.writeRecord("practice_code", "patient_id", "old_output", "new_output", "entry",
        "old_state", "old_ladder", "old_of", "old_rule", "old_reason",
        "new_state", "new_ladder", "new_of", "new_rule", "new_reason");
  }

  /** Writes one line. */
  public void write(Mover mover) {
    List<String> line = new ArrayList<>(List.of(mover.practice(), mover.patientId(), mover.oldId(), mover.freshId(),
        mover.entry().map(String::valueOf).orElse("")));
    add(line, mover.old());
    add(line, mover.fresh());
    csv.writeRecord(line);
  }

  private static void add(List<String> line, Standing standing) {
    line.add(standing.word());
    line.add(standing.by().map(Standing.DecidedBy::ladder).orElse(""));
    line.add(standing.by().map(Standing.DecidedBy::owner).orElse(""));
    line.add(standing.by().map(by -> String.valueOf(by.rule())).orElse(""));
    line.add(standing.by().flatMap(Standing.DecidedBy::reason).orElse(""));
  }

  /** Closes the writer, too. */
  @Override
  public void close() throws IOException {
    csv.close();
  }
}
