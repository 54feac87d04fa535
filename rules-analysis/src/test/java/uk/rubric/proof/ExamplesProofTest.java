package uk.rubric.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/** The example is published, and nothing in it is remarked on; a false claim in it is. */
class ExamplesProofTest {
  private static final Path FOLDER = Path.of("..", "examples", "qof-2021-22");

  @Test
  void nothingIsRemarkedOnInTheExample() throws IOException {
    RuleProofs.Result result = RuleProofs.of(rules("", ""));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.undecided()).isEmpty();
    assertThat(result.notAnalysed()).isEmpty();
  }

  @Test
  void theProofOfTheUnreachableRuleIsChecked() throws IOException {
    RuleProofs.Result result = RuleProofs.of(rules("DM_DAT + 279 days", "DM_DAT + 60 days"));

    assertThat(result.diagnostics()).extracting(d -> d.code().id()).containsExactly("reachable-rule");
    assertThat(result.anyError()).isTrue();
    assertThat(result.diagnostics().get(0).help().orElseThrow()).contains("DM_COD", "DSEP_COD");
  }

  private static CheckedRules rules(String old, String fresh) throws IOException {
    String diabetes = Files.readString(FOLDER.resolve("diabetes.rubric")).replace(old, fresh);
    return Checker.checkSources(List.of(
            new SourceText("diabetes.rubric", diabetes),
            new SourceText("qof.rubric", Files.readString(FOLDER.resolve("qof.rubric")))))
        .rules()
        .orElseThrow();
  }
}
