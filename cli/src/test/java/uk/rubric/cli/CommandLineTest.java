package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
  void checkEndsWithTwoAndShowsEveryMistake() {
    Cli cli = new Cli(folder);
    cli.write("rules.rubric", Cli.RULES.replace("X_COD where", "X_CDO where").replace("T_VAL <= 58", "T_VAL <= PPED"));
    Ended ended = Cli.rubric("check", cli.path("rules.rubric"), "--errors", "github");
    assertThat(ended.code()).isEqualTo(ExitCode.INVALID_RULES);
    assertThat(ended.err().lines().filter(l -> l.startsWith("::error "))).hasSize(3);
  }
}
