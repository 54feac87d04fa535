package uk.rubric.conformance.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An introduction places cases; a slip in it is refused, and what it does not place is shown all the same. */
class IntroductionTest {
  private static final String CASE =
      """
      id: %s
      title: "A_COD is there"
      paragraph: language, meaning 1
      quote: First terminal action wins
      since: 0.1
      kind: outcome
      clusters: [A_COD]
      rules: |
        field A_DAT = latest A_COD
        register R of everyone {
          1: if A_DAT is recorded then %s
        }
      patients:
        with: |
          2021-06-11: A_COD 70 mmol/mol
          2021-06-10: no cluster
        without: |
          born 1960-05-01
      expect:
        with: {R: select by 1}
        without: {R: reject by 1}
      """;

  @TempDir private Path folder;
  private Path cases;
  private Path introductions;

  @BeforeEach
  void makeChapter() throws IOException {
    cases = Files.createDirectories(folder.resolve("cases/some-chapter")).getParent();
    introductions = Files.createDirectory(folder.resolve("manual"));
    addCase("first", "select else reject");
    addCase("second", "select else reject");
    introduce("contents.txt", "");
    introduce("README.md", "# Manual\n\n{{cases}} cases\n\n<!-- table: chapters -->\n");
    introduce("meaning.md", "# Meanings\n\n## 1. First\n\nFirst terminal action wins.\n");
    introduce("grammar.md", "# Grammar\n");
    introduce(
        "words.g4",
        "file : 'register' name=NAME ('[' ']')? EOF # x\n  | (a=sub | 'of')+ ; // here\n\nsub : ';' ;\n");
  }

  private void addCase(String id, String actions) throws IOException {
    Files.writeString(cases.resolve("some-chapter/" + id + ".yaml"), CASE.formatted(id, actions));
  }

  private void introduce(String file, String text) throws IOException {
    Files.writeString(introductions.resolve(file), text);
  }

  private Map<String, String> pages() {
    return Manual.pages(cases, introductions, introductions.resolve("words.g4"));
  }

  private void refuses(String introduction, String message) throws IOException {
    introduce("some-chapter.md", introduction);
    assertThatThrownBy(this::pages)
        .isInstanceOf(MalformedIntroduction.class)
        .hasMessageContaining("manual/some-chapter.md: ")
        .hasMessageContaining(message);
  }

  @Test
  void showsChapterThatNobodyIntroduced() {
    assertThat(pages().get("some-chapter.md"))
        .startsWith("# Some chapter\n")
        .contains("- [Examples](#examples)\n  - [`A_COD` is there](#first)\n  - [`A_COD` is there](#second)\n")
        .contains("<a id=\"first\"></a>\n\n### `A_COD` is there\n\n> First terminal action wins\n>\n> — [meaning 1]")
        .contains("| with | 2021-06-10 no cluster<br>2021-06-11 `A_COD` 70 mmol/mol | select, rule 1 |\n"
            + "| without | no entries | reject, rule 1 |");
    assertThat(pages().get("README.md")).contains("2 cases").contains("| [Some chapter](some-chapter.md) | 2 |");
  }

  @Test
  void placesCasesAndShowsTheRestBehind() throws IOException {
    introduce("some-chapter.md", "# Title\n\nIntro.\n\n## Section\n\n<!-- cases: second -->\n");

    assertThat(pages().get("some-chapter.md").indexOf("id=\"second\""))
        .isLessThan(pages().get("some-chapter.md").indexOf("## Further examples"));
    assertThat(pages().get("some-chapter.md").indexOf("## Further examples"))
        .isLessThan(pages().get("some-chapter.md").indexOf("id=\"first\""));
  }

  @Test
  void tableTakesItsTruthAndItsConditionFromCases() throws IOException {
    introduce("some-chapter.md", "# T\n\n<!-- table:\ncolumns: [there, not there]\nrows:\n  - [\"first/*\"]\n-->\n");

    assertThat(pages().get("some-chapter.md"))
        .contains("| | there | not there |")
        .contains("| `A_DAT is recorded` | [true](#first) | [false](#first) |");
  }

  @Test
  void refusesCaseThatIsNotThere() throws IOException {
    refuses("# T\n\n<!-- cases: third -->\n", "no case `third` in the chapter");
  }

  @Test
  void refusesCaseThatStandsTwice() throws IOException {
    refuses("# T\n\n<!-- cases: first, first -->\n", "`first` stands twice");
  }

  @Test
  void refusesCellThatIsNotThere() throws IOException {
    refuses("# T\n\n<!-- table:\ncolumns: [a]\nrows: [[first/nobody]]\n-->\n", "no such cell: first/nobody");
  }

  @Test
  void refusesRowOfAnotherLength() throws IOException {
    refuses("# T\n\n<!-- table:\ncolumns: [a]\nrows: [[\"first/*\"]]\n-->\n", "a row of 2 cells in a table of 1");
  }

  @Test
  void refusesCellOfLadderThatIsNoPlainQuestion() throws IOException {
    addCase("first", "reject else select");
    refuses("# T\n\n<!-- table:\ncolumns: [a]\nrows: [[first/with]]\n-->\n", "a cell needs `1: if");
  }

  @Test
  void showsGrammarWithoutWhatOnlyTheParserNeeds() {
    assertThat(pages().get("grammar.md"))
        .contains("file\n  = \"register\" NAME (\"[\" \"]\")?\n  | (sub | \"of\")+\nsub\n  = \";\"\n")
        .contains("| `register` | [first](some-chapter.md#first) · [second](some-chapter.md#second) |");
  }
}
