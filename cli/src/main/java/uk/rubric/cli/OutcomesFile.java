package uk.rubric.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Plan;
import uk.rubric.report.OutcomesCsv;
import uk.rubric.result.PatientOutcome;
import uk.rubric.service.ServiceRun.OutcomeListener;

/** The file of {@code --outcomes}. */
final class OutcomesFile implements OutcomeListener, AutoCloseable {
  private final Path path;
  private final Plan plan;
  private final OutcomesCsv csv;

  private OutcomesFile(Path path, Plan plan, OutcomesCsv csv) {
    this.path = path;
    this.plan = plan;
    this.csv = csv;
  }

  static OutcomesFile open(Path path, Plan plan) {
    try {
      BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
      return new OutcomesFile(path, plan, new OutcomesCsv(plan, writer));
    } catch (IOException | UncheckedIOException e) {
      throw ResultFile.notWritten(path);
    }
  }

  /** Patients of a practice that has not chosen the day to decide them by are in no file. */
  @Override
  public void decided(RecordId patient, PatientOutcome outcome) {
    if (!plan.awaits(patient.practice()).isEmpty()) {
      return;
    }
    try {
      csv.write(patient, outcome);
    } catch (UncheckedIOException e) {
      throw ResultFile.notWritten(path);
    }
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException | UncheckedIOException e) {
      throw ResultFile.notWritten(path);
    }
  }
}
