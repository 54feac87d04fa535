package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

class DiffCommandTest {
  @TempDir Path folder;
  private Path old;

  @BeforeEach
  void writeOldRules() throws IOException {
    old = Files.writeString(folder.resolve("old.rubric"), Cli.RULES);
  }

  private Ended diff(String changed, String... more) throws IOException {
    Path fresh = Files.writeString(folder.resolve("new.rubric"), changed);
    String[] arguments = new String[3 + more.length];
    arguments[0] = "diff";
    arguments[1] = old.toString();
    arguments[2] = fresh.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Cli.rubric(arguments);
  }

  @Test
  void rulesLaidOutDifferentlyAreEqual() throws IOException {
    Ended ended = diff(Cli.RULES.replace("\n", "\n\n"));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEqualTo(
        "equal: no difference found; 4 ladders proved alike (dates of 2021-04-01 to 2022-03-31)\n");
  }

  @Test
  void whoIsDecidedDifferentlyIsShownAsATest() throws IOException {
    Ended ended = diff(Cli.RULES.replace("T_VAL <= 58 and", "T_VAL < 58 and"));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(
        "numerator  numerator X001: a patient: select by rule 1 → reject by rule 1",
        "test \"numerator X001 differs\" of X001 in S at 2022-03-31 {",
        "T_COD 58",
        "expect numerator select by rule 1");
  }

  @Test
  void aPaymentAndAParameterHaveTheirOwnLines() throws IOException {
    Ended ended = diff(Cli.RULES.replace("£10 from", "£11 from").replace("X001: 10", "X001: 12"));

    assertThat(ended.out()).contains("parameter  parameter POINT: ", "payment  points X: ");
  }

  @Test
  void whatIsUndecidedEndsWithThreeAndIsNotCalledEqual() throws IOException {
    String counted = Cli.RULES
        .replace("field T_VAL", "field T_NUMBER = count of T_COD where date <= ACHV_DAT\n  field T_VAL")
        .replace("if X_DAT is recorded then select", "if T_NUMBER >= 1 then select");

    Ended ended = diff(counted);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("undecided  register X_REG: a count is not put to the solver yet")
        .doesNotContain("equal:");
  }

  @Test
  void invalidRulesEndWithTwo() throws IOException {
    Ended ended = diff(Cli.RULES.replace("T_COD on T_DAT", "NO_COD on T_DAT"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("unknown-cluster");
  }

  @Test
  void formatsAreChosen() throws IOException {
    assertThat(diff(Cli.RULES, "--format", "json").out()).contains("\"equal\" : true");
    assertThat(diff(Cli.RULES.replace("<= 58", "< 58"), "--format", "markdown").out()).contains("- **numerator** ");
  }

  @Test
  void checkShowsWhomARuleMarkedUnreachableDecides() throws IOException {
    Path marked = Files.writeString(folder.resolve("marked.rubric"), Cli.RULES.replace(
        "then select else next\n", "then select else next unreachable \"nobody\"\n"));

    Ended ended = Cli.rubric("check", marked.toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("error[reachable-rule]", "the patient: born ", "T_COD");
  }

  @Test
  void checkSaysOfWhichRulesNothingIsProved() throws IOException {
    Path alone = Files.writeString(
        folder.resolve("alone.rubric"), Cli.RULES.substring(0, Cli.RULES.indexOf("service S")));

    Ended ended = Cli.rubric("check", alone.toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("nothing is proved of X version 1.0: no service gives it dates");
  }

  @Test
  void checkProvesOfWhatIsImported() throws IOException {
    Files.writeString(folder.resolve("marked.rubric"), Cli.RULES.replace(
        "then select else next\n", "then select else next unreachable \"nobody\"\n"));
    Path importing = Files.writeString(folder.resolve("importing.rubric"), """
        import "marked.rubric"
        ruleset Y version 1.0 {
          day ACHV_DAT
          field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
          group ALL of everyone { 1: if REG_DAT is recorded then select else reject }
        }
        """);

    Ended ended = Cli.rubric("check", importing.toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("error[reachable-rule]");
  }
}
