package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.cli.Cli.Ended;

class CommandLineTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run rules",
        "run rules --extract x --as-at 2022-13-01",
        "run rules --extract x --as-at 2022-02-30",
        "run rules --extract x --as-at +999999999-12-31",
        "run rules --extract x --as-at 2022-03-31 --as-at 2021-03-31",
        "run rules --extract x --today tomorrow",
        "run rules --extract x --out same --outcomes same",
        "run rules --extract=",
        "run rules --extract x -V",
        "run rules --extract x --format html",
        "run rules --extract x --engine fast",
        "run rules --extract x --no-such-option",
        "chekc rules",
        "explain rules --extract x",
        "generate --patients 0 --clusters c --out o",
        "generate --patients many --clusters c --out o"
      })
  void argumentsThatDoNotFitEndWithOne(String arguments) {
    Ended ended = Cli.rubric(arguments.split(" "));
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[").doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "run rules --extrat x                    | there is no option `--extrat`  | did you mean `--extract`?",
    "run rules --extract x --as_at=2022-03-31| there is no option `--as_at`   | did you mean `--as-at`?",
    "chekc rules                             | there is no command `chekc`    | did you mean `check`?",
    "frobnicate                              | there is no command `frobnicate` | `rubric --help` shows what fits",
    "run rules --extract x --format html | expected one of [table, json, csv] | `rubric run --help` shows what fits",
    "run rules --extract x --errors xml | expected human, json, sarif or github | `rubric run --help` shows what fits",
    "run rules                               | missing required option: `--extract=DIR` | `rubric run --help` shows"
  })
  void argumentErrorsSayWhatIsMeant(String arguments, String message, String help) {
    assertThat(Cli.rubric(arguments.strip().split(" ")).err()).contains(message, help);
  }

  @Test
  void argumentErrorsComeInTheFormAskedFor() {
    assertThat(Cli.rubric("run", "--errors", "json").err()).startsWith("{").contains("\"code\"");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    Ended help = Cli.rubric("run", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("--extract", "--as-at", "--rolling", "--outcomes");
    assertThat(Cli.rubric("--version").out()).matches("rubric \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(Cli.rubric().out()).contains("Usage: rubric");
  }

  @Test
  void helpNamesEveryChoiceAsItIsWritten() {
    assertThat(Cli.rubric("run", "--help").out().replaceAll("\\s+", " "))
        .contains("table, json, csv", "drools, reference", "human, json, sarif, github");
    assertThat(Cli.rubric("explain", "--help").out()).contains("text, json");
  }

  @Test
  void standardOutputThatTakesNoMoreEndsWithOne() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(refusing("No space left on device"), err, "--help");
    assertThat(code).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("error[not-written]").hasLineCount(2);
  }

  @Test
  void aReaderThatStopsReadingIsNotTold() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(refusing("Broken pipe"), err, "--help")).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(err.size()).isZero();
  }

  @Test
  void memoryThatRunsOutIsAMessage() {
    OutputStream out = new OutputStream() {
      @Override
      public void write(int b) {
        throw new OutOfMemoryError("Java heap space");
      }
    };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(out, err, "--help")).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("error[out-of-memory]", "-Xmx");
  }

  @Test
  void aFaultOfTheProgramIsAMessageWithoutItsText() {
    OutputStream out = new OutputStream() {
      @Override
      public void write(int b) {
        throw new StackOverflowError("Smith");
      }
    };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(out, err, "--help")).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("error[internal-error]", "StackOverflowError")
        .doesNotContain("Smith");
  }

  private static OutputStream refusing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void helpOfACommandCanBeAskedForInFrontToo() {
    assertThat(Cli.rubric("help", "run").out()).isEqualTo(Cli.rubric("run", "--help").out());
  }

  @Test
  void missingRulesEndWithOne() {
    Ended ended = Cli.rubric("check", folder.resolve("none.rubric").toString());
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[missing-file]");
    assertThat(Cli.rubric("check", folder.toString()).err()).contains("no rule file");
  }

  @Test
  void rulesThatAreNoTextEndWithOne() throws java.io.IOException {
    java.nio.file.Files.write(folder.resolve("bad.rubric"), new byte[] {(byte) 0xC3, (byte) 0x28});
    Ended ended = Cli.rubric("check", folder.toString());
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("not UTF-8");
  }

  @Test
  void checkSaysWhatItChecked() {
    Cli cli = new Cli(folder);
    Ended ended = Cli.rubric("check", cli.path("rules.rubric"));
    assertThat(ended.out()).isEqualTo("1 file, 1 rule set, 1 indicator, 1 service: no errors" + System.lineSeparator());
    assertThat(ended.code()).isZero();
  }

  @Test
  void anImportedFileIsNamedByTheShortestPathThatLeadsToIt() throws java.io.IOException {
    Cli cli = new Cli(folder);
    cli.write("common/common.rubric", "ruleset COMMON version 1.0 { field A = latest NONE_COD }");
    cli.write("year/rules.rubric", "import \"../common/common.rubric\"");
    cli.write("far/common/common.rubric", "ruleset COMMON version 1.0 { field A = latest FAR_COD }");
    cli.write("far/year/rules.rubric", "import \"../common/common.rubric\"");
    java.nio.file.Path link = java.nio.file.Files.createSymbolicLink(folder.resolve("link"),
        folder.resolve("far/year"));

    assertThat(Cli.rubric("check", cli.path("year")).err()).contains(cli.path("common/common.rubric") + ":1:");
    assertThat(Cli.rubric("check", link.toString()).err()).as("behind a link").contains("`FAR_COD`", "link/../common/");
  }

  @Test
  void checkEndsWithTwoAndShowsEveryMistake() {
    Cli cli = new Cli(folder);
    cli.write("rules.rubric", Cli.RULES.replace("X_COD where", "X_CDO where").replace("T_VAL <= 58", "T_VAL <= PPED"));
    Ended ended = Cli.rubric("check", cli.path("rules.rubric"), "--errors", "github");
    assertThat(ended.code()).isEqualTo(ExitCode.INVALID_RULES);
    assertThat(ended.err().lines().filter(l -> l.startsWith("::error "))).hasSize(3);
  }
}
