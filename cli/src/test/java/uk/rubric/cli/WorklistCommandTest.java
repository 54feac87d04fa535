package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.cli.Cli.Ended;

class WorklistCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
  }

  private Ended worklist(String... more) {
    List<String> all = new ArrayList<>(List.of("worklist", cli.path("rules.rubric"), "--extract", cli.path("extract")));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  @Test
  void listsWhoIsLeftWithAnActItsLastDayAndItsWorth() {
    Ended ended = worklist("--as-at", "2022-01-31");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("P2", "X001", "record T_COD at most 58 mmol/mol", "2022-03-31", "75.00")
        .doesNotContain("P1");
  }

  @Test
  void writesJsonAndCsvToAFile() throws Exception {
    Path out = folder.resolve("list.json");
    assertThat(worklist("--as-at", "2022-01-31", "--format", "json", "--out", out.toString()).out()).isEmpty();
    JsonNode list = JsonMapper.builder().build().readTree(Files.readString(out));
    assertThat(list.at("/practices/0/patients/0/patient").asString()).isEqualTo("P2");
    assertThat(list.at("/practices/0/patients/0/pounds").asString()).isEqualTo("75.00");
    assertThat(list.at("/manifest/rulesSha256").asString()).hasSize(64);
    assertThat(worklist("--format", "csv").out()).contains("A81001,1,P2,75.00,7.5000,2022-03-31,X001,not-achieved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "csv"})
  void threadsAndEngineMakeNoDifference(String format) {
    String one = worklist("--as-at", "2022-01-31", "--threads", "1", "--format", format).out();
    assertThat(worklist("--as-at", "2022-01-31", "--threads", "4", "--format", format).out()).isEqualTo(one);
    assertThat(worklist("--as-at", "2022-01-31", "--engine", "reference", "--format", format).out()
        .replace("reference", "drools")).isEqualTo(one);
  }

  @Test
  void anActIsTriedFromTodayOn() {
    assertThat(worklist("--as-at", "2022-01-31", "--today", "2022-03-01").out())
        .contains("acts       from 2022-03-01 to 2022-03-31");
    Ended late = worklist("--as-at", "2022-01-31", "--today", "2022-04-01");
    assertThat(late.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(late.err()).contains("error[arguments]", "2022-04-01", "2022-03-31");
  }

  @ParameterizedTest
  @CsvSource({
    "--limit, 0, arguments, at least 1",
    "--limit, many, arguments, whole number",
    "--indicator, X01, unknown-output, did you mean `X001`",
    "--indicator, X_REG, unknown-output, X001",
    "--practice, A81002, unknown-practice, did you mean `A81001`",
    "--practice, '', unknown-practice, A81001",
    "--format, html, arguments, table",
    "--as-at, 2020-01-01, too-early, 2021-04-01",
    "--out, /nowhere/list.csv, not-written, could not be written",
    "--what-if, X_REG +10, arguments, DM_REG +10 achieved 60%",
    "--what-if, X_RG +10 achieved 60%, unknown-output, did you mean `X_REG`",
    "--expected, x, arguments, --excepted"
  })
  void refusesWhatMakesNoSense(String option, String value, String code, String words) {
    Ended ended = worklist(option, value);
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[" + code + "]", words);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aServiceWithoutPaymentsIsRankedByWhatIsLeft() {
    cli.write("rules.rubric", Cli.RULES.replaceAll("(?s)\\n  parameter POINT.*", "\n}\n"));
    Ended ended = worklist("--as-at", "2022-01-31");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("P2").doesNotContain("£");
  }

  @Test
  void whatWasSetAsideIsToldAndEndsWithItsCode() {
    cli.write("extract/events.csv", "patient_id,date,code,value\nP2,2016-01-01,73211009,\nP2,2016-13-01,73211009,\n");
    Ended ended = worklist();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.out()).contains("SET ASIDE");
  }

  @Test
  void tellsWhatALargerRegisterWouldChange() {
    String table = worklist("--what-if", "X_REG +2 achieved 50%").out();
    assertThat(table.replaceAll(" +", " ")).contains("register 2 4", "total income £ 25.00 25.00");
    JsonNode list = JsonMapper.builder().build()
        .readTree(worklist("--what-if", "X_REG +2 achieved 100%", "--format", "json").out());
    // 3 of 4 achieve instead of 1 of 2: 8.75 points instead of 2.5.
    assertThat(list.at("/whatIf/0/practices/0/income/before").asString()).isEqualTo("25.00");
    assertThat(list.at("/whatIf/0/practices/0/income/after").asString()).isEqualTo("87.50");
    Ended csv = worklist("--what-if", "X_REG +2 achieved 50%", "--format", "csv");
    assertThat(csv.err()).contains("error[arguments]", "not as csv");
  }
}
