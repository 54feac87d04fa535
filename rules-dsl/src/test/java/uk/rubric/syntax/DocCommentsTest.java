package uk.rubric.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

class DocCommentsTest {
  private static final String TEXT =
      """
      /// Diabetes,
      ///   as published
      ruleset DM version 1 { /// not behind its last line
        // two slashes explain nothing
        day A
        /// parted by a blank line

        day B /// behind it
        /// above it
        day C /// and behind it
        day D  // no /// doc
        //// nor are four slashes
        day E

        /// the register
        register R of everyone {
          /// the rule
          1: select /// all
        } /// at its end
        /// lost day F
        day G day H /// the second of a line
      }
      """;

  private static FileNode file() {
    ParseResult result = RuleParser.parse(new SourceText("test.rubric", TEXT));
    assertThat(result.diagnostics()).isEmpty();
    return result.file();
  }

  @Test
  void standAboveTheirItemOrBehindIt() {
    DocComments comments = new DocComments(file());
    RulesetNode ruleset = file().rulesets().get(0);

    assertThat(comments.of(ruleset)).contains("Diabetes,\nas published");
    assertThat(ruleset.items().stream().map(item -> comments.of(item).orElse("-")).toList())
        .containsExactly(
            "-", "behind it", "above it\nand behind it", "-", "-", "the register\nat its end", "lost day F",
            "the second of a line");
  }

  @Test
  void explainLadderRulesToo() {
    RulesetNode.Population register = (RulesetNode.Population) file().rulesets().get(0).items().get(5);

    assertThat(new DocComments(file()).of(register.ladder().steps().get(0))).contains("the rule\nall");
  }

  @Test
  void areAmongAllCommentsOfTheFile() {
    List<Comment> comments = file().comments();

    assertThat(comments).hasSize(16);
    assertThat(comments.get(2).ownLine()).isFalse();
    assertThat(comments.get(3)).satisfies(comment -> {
      assertThat(comment.text()).isEqualTo("two slashes explain nothing");
      assertThat(comment.doc()).isFalse();
      assertThat(comment.ownLine()).isTrue();
      assertThat(comment.span().text()).isEqualTo("// two slashes explain nothing");
    });
  }

  @Test
  void areKeptFromPartsWithASyntaxError() {
    SourceText source = new SourceText("test.rubric",
        "\uFEFF/// first\r\nruleset X version 1 {\r  day // in it\r}\n//last");

    assertThat(RuleParser.parse(source).file().comments())
        .extracting(Comment::text, Comment::ownLine)
        .containsExactly(
            tuple("first", true),
            tuple("in it", false),
            tuple("last", true));
  }
}
