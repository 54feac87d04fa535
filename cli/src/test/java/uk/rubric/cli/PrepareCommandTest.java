package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

/** Every command takes a prepared extract in place of the plain one, and says the same. */
class PrepareCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
    cli.write("extract/practices.csv", "practice_code,name,list_size\nA81001,Surgery,4000\n");
    cli.write("extract/events.csv", """
        patient_id,date,code,value
        P1,2015-01-01,73211009,
        P1,2021-06-01,999791000000106,58
        P2,2016-01-01,73211009,
        P2,2021-13-01,73211009,
        P2,2026-02-01,73211009,
        """);
  }

  private Ended prepare() {
    return Cli.rubric(
        "prepare", "--extract", cli.path("extract"), "--out", cli.path("prepared"), "--today", "2026-01-01");
  }

  private Ended run(String extract, String... more) {
    List<String> all = new java.util.ArrayList<>(List.of("run", cli.path("rules.rubric"), "--extract",
        cli.path(extract)));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  @Test
  void tellsWhatItPreparedAndWhatNoRulesCanUse() {
    Ended ended = prepare();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.out())
        .isEqualTo("2 patients and 3 entries prepared in " + cli.path("prepared") + System.lineSeparator());
    assertThat(ended.err()).contains("warning[bad-date]", "events.csv:5", "warning[future]", "events.csv:6");
  }

  @Test
  void aRunOverItIsThePlainOneByteForByte() {
    prepare();
    for (String today : List.of("2010-06-01", "2021-07-01", "2026-01-01", "2026-03-01")) {
      for (String format : List.of("json", "table", "csv")) {
        Ended plain = run("extract", "--today", today, "--format", format);
        assertThat(run("prepared", "--today", today, "--format", format)).isEqualTo(plain);
        assertThat(plain.code()).isEqualTo(ExitCode.INCOMPLETE);
      }
    }
  }

  @Test
  void outcomesAndExplanationsAreThePlainOnes() throws IOException {
    prepare();
    run("extract", "--today", "2026-01-01", "--outcomes", cli.path("plain.csv"));
    run("prepared", "--today", "2026-01-01", "--outcomes", cli.path("prepared.csv"));
    assertThat(folder.resolve("prepared.csv")).hasSameTextualContentAs(folder.resolve("plain.csv"));
    Ended plain = explain("extract");
    assertThat(plain.out()).contains("X001");
    assertThat(explain("prepared")).isEqualTo(plain);
  }

  @Test
  void worklistsAreThePlainOnes() {
    prepare();
    Ended plain = worklist("extract");
    assertThat(plain.out()).contains("P2");
    assertThat(worklist("prepared")).isEqualTo(plain);
  }

  private Ended worklist(String extract) {
    return Cli.rubric(
        "worklist", cli.path("rules.rubric"), "--extract", cli.path(extract), "--as-at", "2022-01-31", "--today",
        "2022-03-01");
  }

  private Ended explain(String extract) {
    return Cli.rubric(
        "explain", cli.path("rules.rubric"), "--extract", cli.path(extract), "--patient", "P1", "--today",
        "2026-01-01");
  }

  @Test
  void damageIsToldWithItsPlace() throws IOException {
    prepare();
    Path columns = folder.resolve("prepared/events.columns");
    try (RandomAccessFile file = new RandomAccessFile(columns.toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    Ended ended = run("prepared");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().replace(folder.toString(), "DIR")).isEqualTo("""
        error[damaged-extract]: this file of a prepared extract is missing, cut short or not as it was written, so nothing in it can be trusted
         --> DIR/prepared/events.columns
          = help: prepare the extract again with `rubric prepare`
        """);
  }

  @Test
  void doesNotWriteOverAFolder() throws IOException {
    Files.createDirectories(folder.resolve("prepared"));
    assertThat(prepare().code()).as("an empty folder").isEqualTo(ExitCode.INCOMPLETE);
    Ended again = prepare();
    assertThat(again.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(again.err()).contains("error[not-written]", "there is something already");
  }
}
