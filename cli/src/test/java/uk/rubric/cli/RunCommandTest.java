package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

class RunCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
  }

  @Test
  void printsTheTableAndEndsWithZero() {
    Ended ended = cli.run();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("Practice A81001", "X_REG", "X001");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void theEndOfThePeriodIsTheDefaultDate() {
    assertThat(cli.run("--format", "json").out()).contains("\"asAt\": \"2022-03-31\"", "\"mode\": \"year-end\"");
  }

  @Test
  void bothEnginesGiveTheSameBytesButForTheName() {
    String drools = cli.run("--format", "json").out();
    String reference = cli.run("--format", "json", "--engine", "reference").out();
    assertThat(reference).isNotEqualTo(drools);
    assertThat(reference.replace("\"engine\": \"reference\"", "\"engine\": \"drools\"")).isEqualTo(drools);
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    assertThat(cli.run("--format", "json").out()).isEqualTo(cli.run("--format", "json").out());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() {
    assertThat(cli.run("--format", "json", "--threads", "1").out())
        .isEqualTo(cli.run("--format", "json", "--threads", "5").out())
        .isEqualTo(cli.run("--format", "json").out());
  }

  @Test
  void rowsOfAPatientThatStandApartCountAsIfTheyStoodTogether() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("extract/events.csv"));
    List<String> apart = new ArrayList<>(rows);
    apart.add(rows.get(1));
    Files.write(folder.resolve("extract/events.csv"), apart);
    Ended ended = cli.run("--format", "json", "--threads", "2", "--outcomes", cli.path("outcomes.csv"));
    Ended counted = cli.run("--format", "json", "--threads", "2");

    assertThat(counted.out()).isEqualTo(ended.out()).contains("\"numerator\": 1");
    assertThat(counted.err()).isEqualTo(ended.err());
    assertThat(counted.code()).isZero();
  }

  @Test
  void aRunWithoutThreadsIsRefused() {
    Ended ended = cli.run("--threads", "0");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[arguments]", "`--threads` is at least 1");
  }

  @Test
  void rollingMovesThePeriod() {
    // P1's test of 2021-06-01 lies within the twelve months before 2021-12-31, and before those that end on 2022-06-30.
    assertThat(cli.run("--as-at", "2021-12-31", "--rolling", "--format", "json").out())
        .contains("\"mode\": \"rolling\"", "\"numerator\": 1");
  }

  @Test
  void aRollingRunOutsideAParametersValiditySaysSo() {
    Ended ended = cli.run("--as-at", "2022-06-30", "--rolling");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[no-parameter-value]", "`POINT`");
  }

  @Test
  void writesOutcomesAndTheResultToFiles() throws IOException {
    Ended ended = cli.run("--outcomes", cli.path("outcomes.csv"), "--out", cli.path("result.json"), "--format", "json");
    assertThat(ended.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("result.json"))).startsWith("{\n  \"format\": \"rubric-results/1\"");
    assertThat(Files.readAllLines(folder.resolve("outcomes.csv")))
        .containsExactly(
            "practice_code,patient_id,output,outcome,ladder,rule,kind,reason",
            "A81001,P1,X_REG,select,register,1,,",
            "A81001,P1,X001,select,numerator,1,,",
            "A81001,P2,X_REG,select,register,1,,",
            "A81001,P2,X001,reject,numerator,1,,");
  }

  @Test
  void aRecordSetAsideIsCountedAndEndsWithThree() {
    cli.write("extract/events.csv", "patient_id,date,code,value\nP1,2015-01-01,73211009,\nP2,2015-02-30,73211009,\n");
    Ended ended = cli.run("--format", "json");
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.out()).contains("\"records\": 1");
    assertThat(ended.err()).contains("events.csv:3").doesNotContain("2015-02-30");
  }

  @Test
  void aValueInAnotherUnitIsUnseenAndCounted() {
    cli.write(
        "extract/events.csv",
        "patient_id,date,code,value,unit\nP1,2015-01-01,73211009,,\nP1,2021-06-01,999791000000106,7.5,%\n");
    Ended ended = cli.run("--format", "json");
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.out()).contains("\"numerator\": 0", "\"records\": 0", "\"code\": \"other-unit\"");
  }

  @Test
  void invalidRulesEndWithTwoBeforeAnythingIsRead() {
    cli.write("rules.rubric", Cli.RULES.replace("lowest value of T_COD", "lowest value of T_CDO"));
    Ended ended = cli.run("--clusters", cli.path("nowhere"));
    assertThat(ended.code()).isEqualTo(ExitCode.INVALID_RULES);
    assertThat(ended.err()).contains("error[unknown-cluster]", "did you mean `T_COD`?").doesNotContain("nowhere");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aMissingAndAnEmptyClusterAreBothNamed() throws IOException {
    Files.delete(folder.resolve("clusters/X_COD.csv"));
    cli.write("clusters/T_COD.csv", "code,term\n");
    Ended ended = cli.run();
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[missing-cluster]", "`X_COD`", "error[empty-cluster]", "`T_COD`");
  }

  @Test
  void clustersOfTheCommandComeFirst() {
    cli.write("other/X_COD.csv", "code,term\n44054006,Other\n");
    cli.write("other/T_COD.csv", "code,term\n999791000000106,HbA1c\n");
    Ended ended = cli.run("--clusters", cli.path("other"), "--format", "json");
    assertThat(ended.out()).contains("\"count\": 0", "--clusters " + cli.path("other"));
  }

  @Test
  void aLockFileIsNotPassedOver() {
    cli.write("clusters.lock.json", "{}");
    assertThat(cli.run().code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(cli.run("--clusters", cli.path("clusters")).code()).isZero();
  }

  @Test
  void aMissingColumnEndsTheRun() {
    cli.write("extract/patients.csv", "patient_id,birth\nP1,1960-05-01\n");
    Ended ended = cli.run();
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("patients.csv", "date_of_birth");
  }

  @Test
  void aDateBeforeThePeriodEndsTheRun() {
    Ended ended = cli.run("--as-at", "2012-03-31");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[too-early]");
  }

  @Test
  void anOutputThatCannotBeWrittenEndsTheRun() {
    for (String option : new String[] {"--out", "--outcomes"}) {
      Ended ended = cli.run(option, cli.path("no/such/folder/file"));
      assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
      assertThat(ended.err()).contains("error[not-written]");
    }
  }

  @Test
  void aResultNeverTakesThePlaceOfWhatIsRead() throws IOException {
    Files.createDirectory(cli.folder.resolve("shared"));
    cli.write("shared/imported.rubric", "// of another folder");
    for (String read : List.of("extract/events.csv", "rules.rubric", "shared/imported.rubric", "clusters/X_COD.csv")) {
      Path file = cli.folder.resolve(read);
      byte[] before = Files.readAllBytes(file);
      for (String option : List.of("--out", "--outcomes")) {
        Cli.Ended ended = cli.run(option, cli.path(read), "--clusters", cli.path("clusters"));
        assertThat(ended.code()).as(read).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(ended.err()).contains("error[not-written]", "is one that is read, and was left as it is");
      }
      assertThat(file).hasBinaryContent(before);
    }
    assertThat(cli.run("--out", cli.path("extract/result.txt")).code()).isZero();
    assertThat(cli.run("--out", cli.path("extract/result.txt")).code()).as("a result of before").isZero();
  }

  @Test
  void anOutputThatCannotBeWrittenEndsTheRunBeforeTheExtractIsRead() throws IOException {
    Files.delete(folder.resolve("extract/events.csv"));
    assertThat(cli.run("--out", cli.path("no/such")).err()).contains("error[not-written]").doesNotContain("events.csv");
    assertThat(cli.run("--out", cli.path("extract")).err()).contains("error[not-written]").doesNotContain("events.csv");
  }

  @Test
  void aColumnThatMayHideDataEndsWithThree() {
    cli.write("extract/practices.csv", "practice_code,list-size\nA81001,6500\n");
    Ended ended = cli.run();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.err()).contains("warning[unknown-column]", "did you mean `list_size`?");
    assertThat(ended.out()).contains("unknown-column");
    cli.write("extract/practices.csv", "practice_code,opened\nA81001,1948\n");
    assertThat(cli.run().code()).isZero();
  }

  @Test
  void anIncomeThatCannotBeComputedIsSaidOnStandardErrorToo() {
    cli.write("rules.rubric", Cli.RULES.replace("* POINT rounded", "* POINT * (size of X_REG / LIST) rounded"));
    cli.write("extract/practices.csv", "practice_code,list_size\nA81001,0\n");
    Ended ended = cli.run("--format", "json");
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.err()).contains("warning[income-not-computable]", "the income of 1 practice cannot be computed");
  }

  @Test
  void rulesBehindALinkKeepTheirClusters() throws IOException {
    Cli elsewhere = new Cli(folder.resolve("far"));
    cli.write("far/contract/rules.rubric", Cli.RULES.replace("clusters \"clusters\"", "clusters \"../clusters\""));
    Files.delete(folder.resolve("clusters/X_COD.csv"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("far/contract"));

    Ended ended = Cli.rubric("run", link.toString(), "--extract", elsewhere.path("extract"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
  }

  @Test
  void pathsMayHoldBlanksAndLettersOfAnyScript() {
    Cli elsewhere = new Cli(folder.resolve("Prüf ung/データ"));
    Ended ended = elsewhere.run("--out", elsewhere.path("Ergebnis ü.txt"));
    assertThat(ended.code()).isZero();
    assertThat(folder.resolve("Prüf ung/データ/Ergebnis ü.txt")).isNotEmptyFile();
  }

  @Test
  void whichServiceMustBeClear() {
    cli.write("rules.rubric", Cli.RULES.substring(0, Cli.RULES.indexOf("service S")));
    assertThat(cli.run().err()).contains("error[which-service]", "hold no service");
    cli.write("rules.rubric", Cli.RULES + Cli.RULES.substring(Cli.RULES.indexOf("service S")).replace("service S",
        "service S2"));
    assertThat(cli.run().err()).contains("error[which-service]", "`S`, `S2`");
    assertThat(cli.run("--service", "S2").code()).isZero();
    assertThat(cli.run("--service", "S3").code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(cli.run("--service", "s2").err()).contains("hold no service `s2`", "did you mean `S2`?");
  }

  /** Written to by whoever may delete it too. */
  @Test
  void takesAwayNoDeviceThatOutcomesCouldNotBeWrittenTo() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path link = Files.createSymbolicLink(folder.resolve("outcomes.csv"), full);

    Ended ended = cli.run("--outcomes", link.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("error[not-written]");
    assertThat(link).isSymbolicLink();
  }
}
