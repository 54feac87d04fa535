package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.cli.Cli.Ended;

/** Every command takes an extract in Parquet in place of one in CSV, and says the same. */
class ParquetExtractTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
  }

  private Ended on(String command, Path extract, String... more) {
    List<String> all = new ArrayList<>(List.of(
        command, EXAMPLES.resolve("qof-2021-22").toString(), "--extract", extract.toString(), "--today", "2026-01-01"));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  /** With the names of the files, the folder and the sum over the extract as they are elsewhere. */
  private static Ended like(Ended ended, Path was, Path is) {
    return new Ended(ended.code(), like(ended.out(), was, is), like(ended.err(), was, is));
  }

  private static String like(String text, Path was, Path is) {
    return text.replace(was.toString(), is.toString())
        .replaceAll("(patients|registrations|events|practices)\\.parquet", "$1.csv")
        .replaceAll("(\"extractSha256\": \")[0-9a-f]{64}", "$1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void exampleSaysTheSameInParquet(boolean typed) throws IOException {
    Path csv = EXAMPLES.resolve("extracts/three-practices");
    Path parquet = folder.resolve("parquet");
    ParquetCopy.copy(csv, parquet, typed ? ParquetCopy.TYPES : Map.of());

    Ended plain = on("run", csv, "--format", "json", "--outcomes", cli.path("csv-outcomes.csv"));
    Ended run = on("run", parquet, "--format", "json", "--outcomes", cli.path("parquet-outcomes.csv"));

    assertThat(like(run, parquet, csv)).isEqualTo(like(plain, csv, csv));
    assertThat(run.out()).isNotEqualTo(plain.out());
    assertThat(Files.readString(folder.resolve("parquet-outcomes.csv")))
        .isEqualTo(Files.readString(folder.resolve("csv-outcomes.csv")));
  }

  @Test
  void exampleSaysTheSamePreparedFromParquet() {
    Path csv = EXAMPLES.resolve("extracts/three-practices");
    Path parquet = folder.resolve("parquet");
    Path prepared = folder.resolve("prepared");
    ParquetCopy.copy(csv, parquet, ParquetCopy.TYPES);
    Ended made = Cli.rubric("prepare", "--extract", parquet.toString(), "--out", prepared.toString());
    assertThat(made.out()).startsWith("3000 patients and 46954 entries prepared");

    assertThat(on("run", prepared, "--format", "json")).isEqualTo(on("run", parquet, "--format", "json"));
    assertThat(like(on("worklist", prepared), prepared, csv)).isEqualTo(on("worklist", csv));
    assertThat(like(on("explain", parquet, "--patient", "P0000001"), parquet, csv))
        .isEqualTo(on("explain", csv, "--patient", "P0000001"));
  }

  /** Rows that are set aside, in the order of the file, with numbers that count the header as the first line. */
  @Test
  void setsTheSameRowsAsideWithTheSameNumbers() {
    cli.write("extract/events.csv", """
        patient_id,date,code,value,note
        P1,2015-01-01,73211009,,one
        P9,2021-06-01,999791000000106,58,two
        P2,2016-01-01,73211009,,
        P1,2021-06-01,999791000000106,5.8e1,three
        P2,2021-13-01,73211009,,
        P1,2021-06-02,999791000000106,57,
        P2,2016-01-01,73211008,,
        """);
    ParquetCopy.copy(folder.resolve("extract"), folder.resolve("parquet"), Map.of());

    Ended plain = cli.run("--format", "json");
    Ended run = Cli.rubric("run", cli.path("rules.rubric"), "--extract", cli.path("parquet"), "--today", "2026-01-01",
        "--format", "json");

    assertThat(run.err()).contains("events.parquet:3", "events.parquet:5", "events.parquet:6", "events.parquet:8");
    assertThat(like(run, folder.resolve("parquet"), folder.resolve("extract")))
        .isEqualTo(like(plain, folder.resolve("extract"), folder.resolve("extract")));
    assertThat(run.code()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void fileThatIsNoParquetEndsTheRunInOneMessage() throws IOException {
    Files.move(folder.resolve("extract/events.csv"), folder.resolve("extract/events.parquet"));

    Ended ended = cli.run();

    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err())
        .contains("error[unreadable-parquet]: this is not a Parquet file, or it is cut short", "events.parquet")
        .doesNotContain("Exception");
  }
}
