package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.cli.Cli.Ended;

class DocsCommandTest {
  private static final String RULES = Path.of("..", "examples", "qof-2021-22").toString();

  @TempDir Path folder;

  private Ended docs(Path out) {
    return Cli.rubric("docs", RULES, "--out", out.toString());
  }

  @Test
  void writesTheSiteOfTheExample() {
    Path out = folder.resolve("book");
    Ended ended = docs(out);

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("4 pages, of which the first is " + out.resolve("index.html") + "\n");
    assertThat(out.resolve("index.html")).content().contains("service-QOF_2021_22.html", "ruleset-DM-46.0.html");
    assertThat(out.resolve("ruleset-DM-46.0.html")).content().contains("DMIFINVITE");
    assertThat(out.resolve("rulebook.css")).exists();
  }

  @Test
  void leavesNoPageOfAnEarlierBook() throws IOException {
    docs(folder.resolve("book"));
    Path old = Files.writeString(folder.resolve("book/ruleset-DM-45.0.html"), "old");
    Path mine = Files.writeString(folder.resolve("book/mine.txt"), "mine");

    assertThat(docs(folder.resolve("book")).code()).isZero();
    assertThat(old).doesNotExist();
    assertThat(mine).hasContent("mine");
  }

  @Test
  void touchesNoFolderWithOtherFiles() throws IOException {
    Path mine = Files.writeString(folder.resolve("index.html"), "mine");
    Ended ended = docs(folder);

    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[not-written]", "other files than a rule book");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void writesNothingOfInvalidRules() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.rubric"), "ruleset X version 1 { field A = latest B }");
    Path out = folder.resolve("book");
    Ended ended = Cli.rubric("docs", bad.toString(), "--out", out.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.INVALID_RULES);
    assertThat(ended.err()).contains("error[");
    assertThat(out).doesNotExist();
  }

  @Test
  void showsWhatTestsCoverBesideEachRule() throws IOException {
    Path rules = Files.writeString(folder.resolve("a.rubric"), """
        ruleset A version 1.0 {
          day PPED
          day ACHV_DAT
          cluster A_COD = codes { 73211009 }
          field A_DAT = latest A_COD where date <= ACHV_DAT
          register A_REG of everyone {
            1: if A_DAT is recorded then select else next
            2: if A_DAT > PPED - 12 months then select else reject
          }
        }
        service S {
          period from 2021-04-01 to 2022-03-31
          day PPED = end of period
          day ACHV_DAT = run date
          use A version 1.0
        }
        test "has it" of A_REG { patient { born 1960-05-01 2012-06-01: A_COD } expect select by rule 1 }
        """);
    Path out = folder.resolve("book");
    Ended ended = Cli.rubric("docs", rules.toString(), "--coverage", "--out", out.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(out.resolve("ruleset-A-1.0.html")).content()
        .contains("Reached by tests: outcomes 1/1", "Reached by no test: ");
  }
}
