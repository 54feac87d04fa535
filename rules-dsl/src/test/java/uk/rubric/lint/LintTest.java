package uk.rubric.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

class LintTest {
  private static final String SERVICE = """
      service S "A service" {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        use A version 1.0
        parameter P = £1 cite "a source"
        pay X per practice = P rounded half up to £0.01
      }
      """;

  private static List<String> lint(String... texts) {
    return Lint.of(Stream.of(texts).map(text -> RuleParser.parse(new SourceText("a.rubric", text))).toList()).stream()
        .map(d -> d.code().id() + " " + d.message().replaceAll("[^`]*`([^`]*)`.*", "$1")).toList();
  }

  private static String ruleset(String items) {
    return "ruleset A version 1.0 {\n  source \"a table\"\n  day PPED\n" + items + "}\n";
  }

  @Test
  void saysWhatNothingNames() {
    assertThat(lint(ruleset("""
          cluster X_COD = codes { 195967001 }
          cluster Y_COD = codes { 73211009 }
          field X_DAT = latest X_COD
          field Z_DAT = latest X_COD
          group G of everyone { 1: if X_DAT > PPED then select else reject }
        """))).containsExactly("unused-part Y_COD", "unused-part Z_DAT", "unused-part G");
  }

  @Test
  void takesANameInAnotherFileForAUse() {
    String group = ruleset("  group G of everyone { 1: select }\n");
    assertThat(lint(group, SERVICE.replace("P rounded", "P * (size of A.G / LIST) rounded"))).isEmpty();
    assertThat(lint(group, SERVICE)).containsExactly("unused-part G");
  }

  @Test
  void takesATestForNoUse() {
    String rules = ruleset("  cluster X_COD = codes { 195967001 }\n  field X_DAT = latest X_COD\n");
    assertThat(lint(rules + "test \"t\" of X_DAT { patient { born 1960-05-01 } expect X_DAT is not recorded }"))
        .containsExactly("unused-part X_DAT");
  }

  @Test
  void asksForTestsTitlesAndSources() {
    assertThat(lint("ruleset A version 1.0 { register R of everyone { 1: select } indicator I of R }",
            SERVICE.replace(" cite \"a source\"", "")))
        .containsExactlyInAnyOrder("uncited-part A", "untested-part R", "untitled-part R", "untitled-part I",
            "uncited-part P");
  }

  @Test
  void passesOverAdviceWithAReasonAlone() {
    String group = "group G of everyone { 1: select }";
    assertThat(lint(ruleset("  // lint-ok unused-part: the next year asks for it\n  " + group + "\n"))).isEmpty();
    assertThat(lint(ruleset("  " + group + " // lint-ok unused-part: the next year asks for it\n"))).isEmpty();
    assertThat(lint(ruleset("  // lint-ok unused-part\n  " + group + "\n")))
        .containsExactly("idle-remark unused-part", "unused-part G");
    assertThat(lint(ruleset("  // lint-ok untested-part: no\n  " + group + "\n")))
        .containsExactly("idle-remark untested-part", "unused-part G");
  }

  @Test
  void looksAtWhatChangesBring() {
    String rules = ruleset("") + "ruleset A version 2.0 amends A version 1.0 { add group G of everyone { 1: select } }";
    assertThat(Lint.of(List.of(RuleParser.parse(new SourceText("a.rubric", rules))))).extracting(Diagnostic::code)
        .containsExactly(LintDiagnostic.UNUSED_PART);
  }
}
