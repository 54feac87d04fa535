package uk.rubric.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

class CheckerTest {
  private static final String SERVICE = """
      service S {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        use R version 1.0
      }
      """;

  private static String ruleset(String items) {
    return """
        ruleset R version 1.0 {
          day PPED
          cluster A_COD = refset 999004691000230108 version 304
          field A_DAT = latest A_COD where date <= PPED
        %s
        }
        """.formatted(items);
  }

  private static CheckResult check(String... texts) {
    List<SourceText> sources = Arrays.stream(texts)
        .map(text -> new SourceText("file" + Arrays.asList(texts).indexOf(text) + ".rubric", text)).toList();
    return Checker.checkSources(sources);
  }

  private static List<String> codes(CheckResult result) {
    return result.diagnostics().stream().map(d -> d.code().id()).toList();
  }

  private static List<String> files(CheckResult result) {
    return result.diagnostics().stream()
        .map(d -> ((Place.InSource) d.place()).span().source().name()).toList();
  }

  @Test
  void aServiceMayStandBeforeTheRulesetThatItUsesInAnotherFile() {
    CheckedRules rules = check(SERVICE, ruleset("")).rules().orElseThrow();
    assertThat(rules.service("S").orElseThrow().uses()).containsExactly(new CheckedRuleset.RulesetId("R", "1.0"));
    assertThat(rules.ruleset("R").orElseThrow().days()).containsExactly("PPED");
  }

  @Test
  void aServiceThatDoesNotSayIsADraft() {
    assertThat(check(ruleset(""), SERVICE).rules().orElseThrow().service("S").orElseThrow().status())
        .isEqualTo(uk.rubric.syntax.ServiceNode.StatusKind.DRAFT);
  }

  @Test
  void sortsByTheOrderOfTheFilesAndThenByPlace() {
    CheckResult result = check(
        SERVICE.replace("R version", "Q version"), ruleset("  field B_DAT = latest B_COD where date > C_DAT\n"));
    assertThat(codes(result)).containsExactly("unknown-ruleset", "unknown-cluster", "unknown-field");
    assertThat(files(result)).containsExactly("file0.rubric", "file1.rubric", "file1.rubric");
  }

  @Test
  void aRulesetInTwoFilesIsReportedInTheSecond() {
    CheckResult result = check(ruleset(""), ruleset("") + "\n");
    assertThat(codes(result)).containsExactly("duplicate-name");
    assertThat(files(result)).containsExactly("file1.rubric");
    assertThat(result.rules()).isEmpty();
  }

  @Test
  void namesThatCouldNotBeReadAreKnown() {
    SourceText source = new SourceText("a.rubric", ruleset("""
          field B_DAT = latest of (LOST_DAT, A_DAT)
          register B_REG of LOST_REG {
            1: if LOST_VAL <= 5 mmHg then select else reject
          }
        """) + SERVICE);
    ParseResult read = RuleParser.parse(source);
    ParseResult lost = new ParseResult(read.file(), List.of(), Set.of("LOST_DAT", "LOST_REG", "LOST_VAL"));
    assertThat(codes(Checker.check(List.of(read)))).hasSize(3);
    assertThat(Checker.check(List.of(lost)).diagnostics()).isEmpty();
  }

  @Test
  void syntaxErrorsAndCheckErrorsComeTogetherAndGiveNoRules() {
    CheckResult result = check(ruleset("  field B_DAT = latest\n  field C_DAT = latest B_COD\n"));
    assertThat(codes(result)).hasSize(2).contains("unknown-cluster");
    assertThat(result.rules()).isEmpty();
  }

  @Test
  void aDefinitionThatLostItsFirstWordIsNotMissed() {
    CheckResult result = check(ruleset("  B_COD = refset 999003371000230102 version 300\n  field B_DAT = latest B_COD\n"));
    assertThat(result.diagnostics()).isNotEmpty()
        .noneMatch(diagnostic -> diagnostic.code() instanceof RuleDiagnostic);
  }

  @Test
  void warningsLeaveTheRules() {
    CheckResult result = check(ruleset("  reason UNUSED = exclusion\n"));
    assertThat(codes(result)).containsExactly("unused-reason");
    assertThat(result.rules()).isPresent();
  }

  @Test
  void refusesAFileWithoutContent() {
    assertThat(check().rules().orElseThrow().rulesets()).isEmpty();
    for (String nothing : List.of("", "\n\n", "// all below was lost\n")) {
      CheckResult result = Checker.checkSources(List.of(new SourceText("nothing.rubric", nothing)));
      assertThat(result.diagnostics()).extracting(d -> d.code().id()).containsExactly("empty-file");
      assertThat(result.rules()).isEmpty();
    }
  }

  @Test
  void aLoneBoundIsOneComparisonAndTwoAreBoth() {
    CheckedRuleset rules = check(ruleset("""
          field B_DAT = latest A_COD where date after A_DAT
          field C_DAT = latest A_COD where date from A_DAT before PPED
        """)).rules().orElseThrow().ruleset("R").orElseThrow();
    assertThat(where(rules.fields().get(1))).isInstanceOf(Condition.Comparison.class);
    assertThat(where(rules.fields().get(2))).isInstanceOfSatisfying(Condition.AllOf.class,
        all -> assertThat(all.parts()).extracting(p -> ((Condition.Comparison) p).comparator().sign())
            .containsExactly(">=", "<"));
  }

  private static Condition where(CheckedField field) {
    return ((FieldDefinition.Pick) field.definition()).where().orElseThrow();
  }

  @Test
  void aBareNumberGivesTheEntrysValueNoUnit() {
    CheckedRuleset rules = check(ruleset("  field B_DAT = latest A_COD where 5 < value\n"))
        .rules().orElseThrow().ruleset("R").orElseThrow();
    Condition.Comparison comparison = (Condition.Comparison) where(rules.fields().get(1));
    assertThat(comparison.right()).isEqualTo(new Operand.EntryValue(java.util.Optional.of(uk.rubric.value.Unit.NONE)));
  }

  @Test
  void theQofExampleOfTheResourcesHasNoCycle() throws IOException {
    Path file = Path.of("src/test/resources/golden/check/good/diabetes.rubric");
    CheckedRules rules = check(Files.readString(file)).rules().orElseThrow();
    CheckedService service = rules.services().get(0);
    assertThat(service.measures()).extracting(CheckedService.Measure::name)
        .containsSubsequence("PREVALENCE", "APDF_DM");
    assertThat(rules.rulesets().get(0).fields()).allSatisfy(field ->
        assertThat(field.definition().references()).doesNotContain(field.id()));
  }

  @Test
  void oneMistakeGivesOneDiagnostic() {
    CheckResult result = check(ruleset("""
          field B_VAL = highest value of B_COD on A_DAT in mmHg
          field B_DAT[] = all B_DAY where value > 5
          field C_VAL[] = highest value of A_COD on each B_DAT[] in mmHg
          field D_VAL = C_VAL[] on A_DAT
          group G of everyone {
            1: if B_VAL > 5 mmHg and D_VAL > 7 then select else reject
          }
        """));
    assertThat(result.diagnostics().stream().map(Diagnostic::message)).containsExactly(
        "there is no code cluster `B_COD` in rule set `R`", "there is no code cluster `B_DAY` in rule set `R`");
  }
}
