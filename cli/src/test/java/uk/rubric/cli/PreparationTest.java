package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;

/** An extract that is read again is the same still. */
class PreparationTest {
  @TempDir Path folder;

  private Preparation preparation;

  @BeforeEach
  void write() throws IOException {
    write("rules.rubric", """
        ruleset LCS version 1.0 {
          day ACHV_DAT
          cluster DRUG_COD = codes { 73211009 |Drug monitoring| }
          field DRUG_DAT = latest DRUG_COD where date <= ACHV_DAT
          register MONITORED of everyone { 1: if DRUG_DAT is recorded then select else reject }
        }
        service MONITORING {
          period from 2026-04-01 to 2027-03-31
          day ACHV_DAT = run date
          use LCS version 1.0
        }
        """);
    write("patients.csv", "patient_id,date_of_birth,sex\nP1,1960-05-01,F\n");
    write("registrations.csv", "patient_id,practice_code,start_date,end_date\nP1,A81001,2010-01-01,\n");
    write("events.csv", "patient_id,date,code,value\nP1,2026-06-01,73211009,\n");
    RunOptions options = CommandLine.populateCommand(new RunOptions(), folder.resolve("rules.rubric").toString(),
        "--extract", folder.toString(), "--today", "2027-06-01");
    preparation = Preparation.of(options, new Messages(new PrintWriter(new StringWriter()), DiagnosticFormat.HUMAN))
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static int records(PatientExtract extract) {
    int records = 0;
    for (Optional<Part> part = extract.next(); part.isPresent(); part = extract.next()) {
      records += part.get().read().records();
    }
    return records;
  }

  private int readTwice(Runnable between) {
    return preparation.over(Progress.NONE, first -> {
      int records = records(first);
      between.run();
      return records + preparation.overAgain(first, Progress.NONE, PreparationTest::records);
    });
  }

  private void append(String name, String row) {
    try {
      Files.writeString(folder.resolve(name), row, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsTheSameAgain() {
    assertThat(readTwice(() -> {})).isEqualTo(2);
  }

  @Test
  void refusesAnExtractThatChangedInBetween() {
    assertThatExceptionOfType(CouldNotRun.class)
        .isThrownBy(() -> readTwice(() -> append("events.csv", "P1,2026-07-01,73211009,\n")))
        .withMessage("the extract changed while it was read");
    assertThatExceptionOfType(CouldNotRun.class)
        .isThrownBy(() -> readTwice(() -> append("patients.csv", "P2,1960-05-01,F\n")))
        .withMessage("the extract changed while it was read");
  }
}
