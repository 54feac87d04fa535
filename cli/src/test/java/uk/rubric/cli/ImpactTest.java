package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.cli.Cli.Ended;

/** {@code rubric diff OLD NEW --extract DIR}. */
class ImpactTest {
  private static final String STRICTER = Cli.RULES.replace("T_VAL <= 58 and", "T_VAL <= 53 and");
  private static final String NEXT_YEAR =
      Cli.RULES.replace("2021-04-01 to 2022-03-31", "2022-04-01 to 2023-03-31")
      .replace("service S ", "service S_NEXT ");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeExtract() {
    cli = new Cli(folder);
    cli.write("extract/events.csv",
        "patient_id,date,code,value\nP1,2015-01-01,73211009,\nP1,2021-06-01,999791000000106,58\n"
            + "P1,2022-06-01,999791000000106,50\nP2,2016-01-01,73211009,\n");
  }

  private Ended diff(String fresh, String... more) {
    cli.write("new/rules.rubric", fresh.replace("clusters \"clusters\"", "clusters \"../clusters\""));
    List<String> all = new ArrayList<>(List.of("diff", cli.path("rules.rubric"), cli.path("new/rules.rubric")));
    all.addAll(List.of("--extract", cli.path("extract"), "--today", "2026-01-01"));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  @Test
  void whoMovesAndWhatItPays() {
    Ended ended = diff(STRICTER);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(
        "2 patient records of 1 practice, 1 of them counted differently",
        "X001           1  achieved  numerator rule 1  not-achieved  numerator rule 1");
    assertThat(ended.out().replaceAll(" +", " ")).contains("A81001 2 1 2.5000 0.0000 25.00 0.00 -25.00 0.00 -25.00");
  }

  @Test
  void theSameRulesChangeNothing() {
    Ended ended = diff(Cli.RULES, "--format", "json");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("\"moved\": 0", "\"change\": \"0.00\"");
  }

  @Test
  void theOldServiceHasTheDatesOfTheNewOne() {
    Ended ended = diff(NEXT_YEAR);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(
        "old        S Example service, draft, not for payment, as at 2023-03-31",
        "new        S_NEXT Example service, draft, not for payment, as at 2023-03-31",
        "moved by 12 months onto the new period", "0 of them counted differently");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dates old", "--as-at 2022-03-31"})
  void orTheNewServiceThoseOfTheOldOne(String more) {
    Ended ended = diff(NEXT_YEAR.replace("POINT = £10", "POINT = £20"), more.split(" "));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(
        "new        S_NEXT Example service, draft, not for payment, as at 2022-03-31",
        "those of the new service are moved by 12 months onto the old period", "0 of them counted differently");
    assertThat(ended.out().replaceAll(" +", " ")).contains("A81001 2 0 2.5000 2.5000 25.00 +25.00 0.00 50.00 +25.00");
  }

  @Test
  void orEachItsOwn() {
    Ended ended = diff(NEXT_YEAR.replace("T_VAL <= 58", "T_VAL <= 45"), "--dates", "own");

    assertThat(ended.out()).contains("as at 2022-03-31", "as at 2023-03-31", "each service keeps its own",
        "1 of them counted differently");
  }

  @Test
  void periodsOfOtherLengthEndTheRun() {
    Ended ended = diff(NEXT_YEAR.replace("2023-03-31", "2022-12-31"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("error[periods-differ]", "`--dates own`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "markdown"})
  void noFormNamesAPatientAndThreadsChangeNoByte(String format) {
    Ended one = diff(STRICTER, "--format", format, "--threads", "1");
    Ended two = diff(STRICTER, "--format", format, "--threads", "2");

    assertThat(one.out()).isEqualTo(two.out()).contains("X001").doesNotContainPattern("\\bP[12]\\b");
  }

  @Test
  void patientsAreNamedInAFileThatIsAskedFor() throws IOException {
    Path movers = folder.resolve("movers.csv");
    diff(STRICTER, "--patients", movers.toString());

    assertThat(Files.readAllLines(movers)).hasSize(2).element(1).isEqualTo(
        "A81001,P1,X001,X001,,achieved,numerator,X001,1,,not-achieved,numerator,X001,1,");
  }

  @Test
  void otherCodesAloneMovePatients() {
    cli.write("other/X_COD.csv", "code,term\n44054006,Type 2\n");
    cli.write("other/T_COD.csv", "code,term\n999791000000106,HbA1c\n");

    Ended ended = diff(Cli.RULES, "--clusters-new", cli.path("other"));

    assertThat(ended.code()).isZero();
    assertThat(ended.out().replaceAll(" +", " ")).contains(
        "73211009 removed X_COD 2 2 Diabetes mellitus", "44054006 added X_COD 0 0 Type 2",
        "X_REG 2 selected register X_REG rule 1 not-in-population register X_REG rule 1");
  }

  @ParameterizedTest
  @CsvSource({"breaking,3", "numerator,3", "moved,3", "pounds,3", "parameter,0", "looser,0", "undecided,0"})
  void aGateDoesNotLetItsKindPass(String kind, int code) {
    Ended ended = diff(STRICTER, "--fail-on", kind);

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err().contains("unwanted-change")).isEqualTo(code == 3);
  }

  @Test
  void aGateWorksWithoutPatients() {
    Path fresh = cli.write("new.rubric", STRICTER);
    Ended ended = Cli.rubric("diff", cli.path("rules.rubric"), fresh.toString(), "--fail-on", "text,numerator");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("`--fail-on numerator`: 1 change was found");
  }

  @Test
  void whatIsSetAsideIsCountedAndEndsWithThree() {
    cli.write("extract/events.csv", "patient_id,date,code,value\nP1,2015-13-01,73211009,\nP2,2016-01-01,73211009,\n");

    Ended ended = diff(STRICTER);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("SET ASIDE, and in no figure above: 1 record");
  }

  @Test
  void aNewNameStandsForTheOld() {
    Ended ended = diff(STRICTER.replace("X001", "X009"), "--map", "X001=X009");
    assertThat(ended.out()).containsPattern("X001 → X009 +renamed");

    Ended unknown = diff(STRICTER, "--map", "X002=X001");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("error[unknown-output]", "did you mean `X001`?");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--dates own --as-at 2022-03-31|`--as-at` is one day for both",
    "--fail-on looserr|did you mean `looser`?",
    "--out same --patients same|name one file"
  })
  void argumentsThatDoNotFitAreRefused(String more, String message) {
    Ended ended = diff(STRICTER, more.split(" "));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("error[arguments]", message);
  }

  @Test
  void optionsOfARunNeedAnExtract() {
    Ended ended = Cli.rubric("diff", cli.path("rules.rubric"), cli.path("rules.rubric"), "--as-at", "2022-03-31");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("`--as-at` needs `--extract`");
  }

  @Test
  void theReportGoesToAFile() throws IOException {
    Path out = folder.resolve("impact.md");
    Ended ended = diff(STRICTER, "--format", "markdown", "--out", out.toString());

    assertThat(ended.out()).isEmpty();
    assertThat(Files.readString(out)).startsWith("### S (draft");
  }
}
