package uk.rubric.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;
import uk.rubric.testing.Coverage.Item;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.testing.Coverage.OfLadder;
import uk.rubric.testing.Coverage.State;

/** Coverage counts parts of rules, finds who would cover the rest, and does not care for layout. */
class CoverageTest {
  private static final String RULES =
      """
      ruleset R version 1.0 {
        day PPED "end"
        day ACHV_DAT "achievement"
        cluster A_COD = refset 999004691000230108 version 304
        cluster V_COD = codes { 271649006 }
        field AGE = age at PPED
        field A_DAT = latest A_COD where date <= ACHV_DAT
        field V_DAT = latest V_COD where date <= ACHV_DAT
        field V = highest value of V_COD on V_DAT in mmHg
        register A_REG of everyone {
          1: if A_DAT is recorded and AGE >= 17 years then next else reject
          2: if A_DAT > ACHV_DAT then reject else next unreachable "published"
          3: if V <= 140 and A_DAT > PPED - 12 months then select else reject
        }
      }
      service S {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use R version 1.0
      }
      """;

  private static final String TEST =
      """
      test "in" of A_REG in S {
        patient { born PPED - 17 years  PPED - 12 months + 1 day: A_COD  2021-06-01: V_COD 140 mmHg }
        expect select
      }
      """;

  private static Coverage coverage(String... texts) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("r.rubric", String.join("", texts))));
    assertThat(result.diagnostics()).isEmpty();
    CheckedRules rules = result.rules().orElseThrow();
    TestRun run = RuleTests.run(rules);
    assertThat(TestReport.text(run)).contains(" 0 failed");
    return CoverageFinder.of(rules, run, source -> true);
  }

  private static List<String> counts(Coverage coverage) {
    return List.of(Measure.values()).stream().map(m -> Coverage.count(coverage.items(), m).toString()).toList();
  }

  private static List<String> open(OfLadder ladder) {
    return open(new Coverage(List.of(ladder)));
  }

  private static List<String> open(Coverage coverage) {
    return coverage.items().filter(i -> !i.state().isSettled()).map(Item::what).toList();
  }

  @Test
  void countsRulesOutcomesConditionsAndBoundaries() {
    assertThat(counts(coverage(RULES))).containsExactly("1/3", "1/4", "2/10", "2/8");
    assertThat(counts(coverage(RULES, TEST))).containsExactly("3/3", "2/4", "6/10", "5/8");
  }

  @Test
  void aTestOfOneVersionCoversNoOther() {
    String next = "ruleset R version 2.0 amends R version 1.0 {}"
        + " service T amends S { period from 2022-04-01 to 2023-03-31 replace use R version 2.0 }";

    List<OfLadder> apart = coverage(RULES, TEST, next).ladders();
    List<OfLadder> taken = coverage(RULES, TEST, next, "take tests of S into T moved 12 months").ladders();

    assertThat(apart).hasSize(2);
    assertThat(open(apart.get(0))).isEqualTo(open(coverage(RULES, TEST)));
    assertThat(open(apart.get(1))).as("no test is of T").isEqualTo(open(coverage(RULES)));
    assertThat(open(taken.get(1))).isEqualTo(open(taken.get(0))).isEqualTo(open(coverage(RULES, TEST)));
  }

  @Test
  void whoTakesTestsOfALadderAnswersForItWhereverItIsWritten() {
    String next = "service T amends S { period from 2022-04-01 to 2023-03-31 }";
    CheckResult result = Checker.checkSources(List.of(new SourceText("r.rubric", RULES + TEST),
        new SourceText("t.rubric", next + " take tests from \"r.rubric\" of S into T moved 12 months")));
    CheckedRules rules = result.rules().orElseThrow();
    List<CheckedTest> own = rules.tests().stream().filter(test -> test.home().name().equals("t.rubric")).toList();
    CheckedRules owned = new CheckedRules(rules.rulesets(), List.of(rules.service("T").orElseThrow()), own);

    assertThat(counts(CoverageFinder.of(owned, RuleTests.run(owned), source -> source.name().equals("t.rubric"))))
        .containsExactly("3/3", "2/4", "6/10", "5/8");
  }

  @Test
  void namesWhatNoTestComesTo() {
    assertThat(open(coverage(RULES, TEST))).containsExactly(
        "reject because the condition is false", "`A_DAT is recorded` is false", "`AGE >= 17 years` is false",
        "`AGE >= 17 years` just below", "reject because the condition is false", "`V <= 140` is false",
        "`V <= 140` just above", "`A_DAT > PPED - 12 months` is false", "`A_DAT > PPED - 12 months` at the limit");
  }

  @Test
  void readyTestsPassAndCloseEveryGap() {
    Coverage before = coverage(RULES, TEST);
    Coverage after = coverage(RULES, TEST, CoverageText.suggestions(before));

    assertThat(before.count(State.UNCOVERED)).isPositive();
    assertThat(open(after)).isEmpty();
  }

  @Test
  void whatIsMarkedUnreachableIsNoGap() {
    assertThat(coverage(RULES).count(State.ACKNOWLEDGED)).isEqualTo(6);
  }

  @Test
  void whatIsProvedImpossibleIsNoGap() {
    Coverage coverage = coverage(
        RULES.replace("V <= 140 and", "V <= 140 and AGE > 10 years and"),
        TEST);

    assertThat(coverage.items().filter(i -> i.state() == State.IMPOSSIBLE).map(Item::what))
        .containsExactly("`AGE > 10 years` is false", "`AGE > 10 years` at the limit", "`AGE > 10 years` just above");
  }

  @Property(tries = 20)
  void layoutDoesNotMatter(@ForAll @IntRange(min = 0, max = 7) int blanks, @ForAll boolean lines) {
    String space = " ".repeat(blanks) + (lines ? "\n" : " ");
    String other = RULES.replaceAll("\\s+", space);

    assertThat(counts(coverage(other, TEST))).isEqualTo(counts(coverage(RULES, TEST)));
    assertThat(open(coverage(other, TEST))).isEqualTo(open(coverage(RULES, TEST)));
  }

  @Test
  void writesLcov() {
    assertThat(Lcov.of(coverage(RULES, TEST))).contains(
        "SF:r.rubric", "DA:11,1", "DA:13,1", "BRDA:11,0,0,0", "LF:3", "LH:3", "BRF:14", "end_of_record");
  }

  @Test
  void aPageNeedsNothingBesideIt() {
    String page = CoverageHtml.of(coverage(RULES, TEST));

    assertThat(page).contains("<h2>A_REG</h2>", "uncovered", "test &quot;rule 3: V &lt;= 140 just above&quot;")
        .doesNotContain("http", "<script", "src=");
  }

  @Test
  void showsATableAndThePatients() {
    assertThat(CoverageText.of(coverage(RULES, TEST)))
        .startsWith(
            """
            covered       rules    outcomes  conditions  boundaries
            A_REG           3/3         2/4        6/10         5/8
            all             3/3         2/4        6/10         5/8
            """)
        .contains("r.rubric:13:11: A_REG rule 3, conditions: `V <= 140` is false\n  patient: born ");
  }
}
