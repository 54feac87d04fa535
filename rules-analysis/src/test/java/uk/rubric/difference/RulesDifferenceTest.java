package uk.rubric.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.difference.Change.Kind;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

class RulesDifferenceTest {
  private static final Path FOLDER = Path.of("..", "examples", "qof-2021-22");
  private static final String DM020_RULE_2 =
      "2: if IFCCHBA_VAL <= 58 and IFCCHBA_DAT > PPED - 12 months then select else next";

  @Test
  void aFileThatIsLaidOutDifferentlyIsEqual() {
    RulesDifference difference = compare(text -> "// another comment\n" + text.replace("\n  field", "\n\n     field"));

    assertThat(difference.changes()).isEmpty();
    assertThat(difference.isEqual()).isTrue();
    assertThat(difference.alike()).hasSizeGreaterThan(15);
  }

  @Test
  void notesThatChangePlacesAreEqual() {
    String systolic = "  cluster SYS_COD";
    String diastolic = "  cluster DIA_COD";
    RulesDifference difference = compare(text -> {
      int first = text.indexOf(systolic);
      if (first < 0) {
        return text;
      }
      int second = text.indexOf(diastolic);
      int end = text.indexOf("\n", text.indexOf("assumed", second)) + 1;
      return text.substring(0, first) + text.substring(second, end) + text.substring(first, second)
          + text.substring(end);
    });

    assertThat(difference.changes()).isEmpty();
  }

  @Test
  void rulesThatMayChangePlacesAreProvedEqual() {
    RulesDifference difference = compare(text -> replaced(text,
        "10: if REG_DAT > PPED - 9 months then reject as REG1_DAT9 else select",
        "10: if REG_DAT <= PPED - 9 months then select else reject as REG1_DAT9"));

    assertThat(difference.changes()).isEmpty();
    assertThat(difference.alike()).contains("denominator DM020", "numerator DM020");
    assertThat(difference.isEqual()).isTrue();
  }

  @Test
  void aWrongRefactoringShowsTheSmallestPatientAsATest() {
    RulesDifference difference = compare(
        text -> replaced(text, DM020_RULE_2, DM020_RULE_2.replace("<= 58", "< 58")));

    assertThat(difference.changes()).singleElement().satisfies(change -> {
      assertThat(change.kind()).isEqualTo(Kind.DENOMINATOR);
      assertThat(change.subject()).isEqualTo("denominator DM020");
      assertThat(change.text()).startsWith("a patient: select by rule 2 → ");
      assertThat(change.test().orElseThrow().lines().filter(line -> line.contains("_COD"))).hasSize(2);
      assertThat(change.test().orElseThrow())
          .contains("of DM020 in QOF_2021_22 at 2022-03-31 {", "IFCCHBAM_COD 58")
          .contains("expect denominator select by rule 2");
    });
    assertThat(difference.isEqual()).isFalse();
  }

  @Test
  void theTestThatIsShownReadsAsOne() {
    RulesDifference difference = compare(
        text -> replaced(text, DM020_RULE_2, DM020_RULE_2.replace("<= 58", "< 58")));

    ParseResult read =
        RuleParser.parse(new SourceText("shown.rubric", difference.changes().get(0).test().orElseThrow()));

    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.file().tests()).hasSize(1);
  }

  @Test
  void aRegisterThatSelectsMoreIsLooserAndIsNotSaidAgainOfItsIndicators() {
    RulesDifference difference = compare(
        text -> replaced(text, "if PAT_AGE < 17 years then", "if PAT_AGE < 16 years then"));

    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Kind.LOOSER);
    assertThat(difference.changes()).extracting(Change::subject).containsExactly("register DM_REG");
  }

  @Test
  void aRegisterThatSelectsFewerIsTighter() {
    RulesDifference difference = compare(
        text -> replaced(text, "if PAT_AGE < 17 years then", "if PAT_AGE < 18 years then"));

    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Kind.TIGHTER);
  }

  @Test
  void otherReasonsAreOtherOutcomes() {
    RulesDifference difference = compare(text -> replaced(text,
        "9: if DM_DAT > PPED - 9 months then reject as DIAG1_DT9M else next\n 10: if REG_DAT > PPED - 9 months"
            + " then reject as REG1_DAT9 else select\n }\n numerator {\n 1: if IFCCHBA_VAL <= 58",
        "9: if REG_DAT > PPED - 9 months then reject as REG1_DAT9 else next\n 10: if DM_DAT > PPED - 9 months"
            + " then reject as DIAG1_DT9M else select\n }\n numerator {\n 1: if IFCCHBA_VAL <= 58"));

    assertThat(difference.changes()).singleElement().satisfies(change ->
        assertThat(change.text()).contains("reject as DIAG1_DT9M by rule 9", "reject as REG1_DAT9 by rule 9"));
  }

  @Test
  void clustersTextsAndFiguresHaveTheirOwnKinds() {
    RulesDifference difference = compare(text -> replaced(
        replaced(text, "999004691000230108 version 304", "999004691000230108 version 305"),
        "\"Diabetes mellitus codes\"", "\"Codes of diabetes mellitus\""));

    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Kind.CLUSTER, Kind.TEXT);
  }

  @Test
  void reportsSayWhatIsProvedAndWhatIsNot() {
    RulesDifference difference = compare(
        text -> replaced(text, DM020_RULE_2, DM020_RULE_2.replace("<= 58", "< 58")));

    assertThat(DifferenceReport.TABLE.render(difference)).contains("denominator  denominator DM020: a patient: ")
        .contains("1 denominator; ").contains(" proved alike (dates of 2021-04-01 to 2022-03-31)");
    assertThat(DifferenceReport.MARKDOWN.render(difference)).contains("- **denominator** ", "```rubric");
    assertThat(DifferenceReport.JSON.render(difference)).contains("\"equal\" : false", "\"proved_alike\" : [");
  }

  @Test
  void withoutDatesNothingIsSaidToBeEqual() {
    CheckedRules alone = Checker.checkSources(List.of(source("diabetes.rubric", t -> t))).rules().orElseThrow();

    RulesDifference difference = RulesDifference.of(alone, alone);

    assertThat(difference.undecided()).isNotEmpty();
    assertThat(difference.isEqual()).isFalse();
  }

  private static RulesDifference compare(UnaryOperator<String> change) {
    return RulesDifference.of(rules(text -> text), rules(change));
  }

  private static CheckedRules rules(UnaryOperator<String> change) {
    return Checker.checkSources(List.of(source("diabetes.rubric", change), source("qof.rubric", text -> text)))
        .rules()
        .orElseThrow();
  }

  private static SourceText source(String name, UnaryOperator<String> change) {
    try {
      // One space between words, so that tests may name a rule whatever its layout.
      return new SourceText(name, change.apply(Files.readString(FOLDER.resolve(name)).replaceAll(" +", " ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String text, String old, String fresh) {
    assertThat(text).contains(old);
    return text.replace(old, fresh);
  }
}
