package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

class ImportCommandTest {
  private static final String TABLES = Path.of("..", "examples", "tables", "hay-fever").toString();

  @TempDir Path folder;

  private static Ended imported(String... more) {
    String[] all = new String[more.length + 6];
    System.arraycopy(new String[] {"import", TABLES, "--ruleset", "HAY", "--version", "1.0"}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Cli.rubric(all);
  }

  @Test
  void writesAFileThatChecks() {
    String out = folder.resolve("hay.rubric").toString();

    assertThat(imported("--out", out).code()).isZero();
    assertThat(Cli.rubric("check", out)).satisfies(checked -> {
      assertThat(checked.code()).isZero();
      assertThat(checked.out()).contains("1 rule set, 1 indicator");
    });
  }

  @Test
  void writesInTheLayoutOfFmt() {
    String out = folder.resolve("hay.rubric").toString();
    imported("--out", out);

    assertThat(Cli.rubric("fmt", "--check", out).code()).isZero();
  }

  @Test
  void doesNotWriteOverARuleFile() throws IOException {
    Path out = Files.writeString(folder.resolve("hay.rubric"), "mine");
    Ended ended = imported("--out", out.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[not-written]");
    assertThat(out).hasContent("mine");
  }

  @Test
  void writesNothingWhenACellCannotBeRead() throws IOException {
    Path bad = Files.writeString(folder.resolve("more.csv"), """
        output,section,rule,condition,if_true,if_false,description
        HAY_REG,register,3,If HAY ~ Null,Select,Reject,Another.
        """);
    Path out = folder.resolve("hay.rubric");
    Ended ended = imported(bad.toString(), "--out", out.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.INVALID_RULES);
    assertThat(ended.err()).contains("error[unreadable-cell]", "more.csv:2, column `condition`");
    assertThat(out).doesNotExist();
  }

  @Test
  void aWarningShowsInTheExitCode() throws IOException {
    Path history = Files.writeString(folder.resolve("history.md"),
        "| Date | Change |\n| --- | --- |\n| today | all |\n");
    Ended ended = imported(history.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ended.err()).contains("warning[table-not-read]");
    assertThat(ended.out()).contains("ruleset HAY version 1.0");
  }

  @Test
  void aFolderWithoutTablesIsAMissingFile() {
    assertThat(Cli.rubric("import", folder.toString()).err()).contains("error[missing-file]", "`*.csv`, `*.md`");
  }
}
