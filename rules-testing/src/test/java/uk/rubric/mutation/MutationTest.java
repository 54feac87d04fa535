package uk.rubric.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.FileNode;

/** Rules are changed in every way, tests notice or not, and what cannot be noticed is proved. */
class MutationTest {
  private static final String RULES =
      """
      ruleset R version 1.0 {
        day PPED "end"
        day ACHV_DAT "achievement"
        cluster A_COD = refset 999004691000230108 version 304
        cluster B_COD = refset 999003371000230102 version 302
        field AGE   = age at ACHV_DAT
        field A_DAT = latest A_COD where date <= ACHV_DAT
        field B_DAT = earliest B_COD where date > A_DAT
        reason OLD   = exclusion "old"
        reason YOUNG = exclusion "young"
        group G of everyone {
          1: if A_DAT is recorded then select else reject
        }
        register REG of G {
          1: if B_DAT is recorded and AGE >= 17 years then next   else reject
          2: if AGE > 80 years                        then reject else select
        }
        indicator I001 of REG {
          denominator {
            1: if AGE < 20 years             then reject as YOUNG else next
            2: if AGE > 70 years             then reject as OLD   else next
            3: if AGE > 75 years             then reject as OLD   else select
          }
          numerator {
            1: if B_DAT > PPED - 12 months then select else reject
          }
        }
      }
      service S {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use R version 1.0
        parameter RATE = £2.50
        points P { I001: 5 from 40% to 80% }
        pay PAID per practice = points of P * RATE rounded half up to £0.01 shared by points of P
      }
      """;

  private static final String WEAK =
      """
      test "nobody" of REG in S at 2022-03-31 {
        patient { born 1980-01-01 }
        expect not in population
      }
      """;

  private static final String STRONG =
      """
      test "half of the way" of PAID in S {
        given denominator of I001 = 100
        given numerator of I001 = 60
        expect PAID = £6.25
      }
      """;

  private static final MutationResult UNTESTED = mutate("");

  private static MutationResult mutate(String tests) {
    SourceText source = new SourceText("r.rubric", RULES + tests);
    CheckResult checked = Checker.checkSources(List.of(source));
    assertThat(checked.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
    CheckedRules rules = checked.rules().orElseThrow();
    List<FileNode> files = List.of(RuleParser.parse(source).file());
    return Mutation.of(files, files, rules, rules.tests());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      STRICTNESS | date <= ACHV_DAT | date < ACHV_DAT
      REVERSED | date <= ACHV_DAT | date >= ACHV_DAT
      REVERSED | B_DAT > PPED - 12 months | B_DAT < PPED - 12 months
      DAY | date <= ACHV_DAT | date <= ACHV_DAT + 1 days
      STEP | 12 months | 13 months
      STEP | 17 years | 16 years
      SIGN | PPED - 12 months | PPED + 12 months
      DROPPED_RULE | 1: if AGE < 20 years then reject as YOUNG else next | ''
      SWAPPED_ACTIONS | 1: if A_DAT is recorded then select else reject | 1: if A_DAT is recorded then reject else select
      REASON | reject as YOUNG | reject as OLD
      CLUSTER | latest A_COD where date <= ACHV_DAT | latest B_COD where date <= ACHV_DAT
      CHOICE | earliest B_COD where date > A_DAT | latest B_COD where date > A_DAT
      DROPPED_WHERE | earliest B_COD where date > A_DAT | earliest B_COD
      CONNECTIVE | B_DAT is recorded and AGE >= 17 years | B_DAT is recorded or AGE >= 17 years
      DROPPED_PART | B_DAT is recorded and AGE >= 17 years | AGE >= 17 years
      PRESENCE | A_DAT is recorded | A_DAT is not recorded
      PARENT | G | everyone
      STEP | £2.50 | £2.51
      STEP | I001: 5 from 40% to 80% | I001: 5 from 41% to 80%
      ROUNDING | rounded half up to £0.01 | rounded down to £0.01
      """)
  void changesInEveryWay(Operator operator, String was, String is) {
    assertThat(UNTESTED.mutants())
        .anySatisfy(mutant -> {
          assertThat(mutant.operator()).isEqualTo(operator);
          assertThat(mutant.was()).isEqualTo(was);
          assertThat(mutant.is()).isEqualTo(is);
        });
  }

  @Test
  void weakTestsLetMostSurvive() {
    MutationResult weak = mutate(WEAK);
    assertThat(weak.count(Fate.SURVIVED)).isGreaterThan(40);
    assertThat(weak.reaches(new BigDecimal("50"))).isFalse();
    assertThat(weak.score()).isLessThan(new BigDecimal("50"));
  }

  @Test
  void testsOfSurvivorsKillThem() {
    MutationResult none = UNTESTED;
    StringBuilder tests = new StringBuilder();
    none.mutants().stream().filter(mutant -> mutant.fate() == Fate.SURVIVED)
        .map(Mutant::evidence).distinct().forEach(tests::append);
    MutationResult all = mutate(tests.toString());
    assertThat(all.count(Fate.SURVIVED)).isZero();
    assertThat(all.count(Fate.KILLED)).isEqualTo(none.count(Fate.SURVIVED));
    assertThat(all.count(Fate.EQUIVALENT)).isEqualTo(none.count(Fate.EQUIVALENT)).isPositive();
    assertThat(all.reaches(new BigDecimal("100"))).isTrue();
  }

  /** Rule 3 rejects nobody whom rule 2 has not rejected. */
  @Test
  void whatNobodyCanTellApartIsProved() {
    assertThat(UNTESTED.mutants())
        .filteredOn(mutant -> mutant.was().equals("AGE > 75 years"))
        .isNotEmpty()
        .filteredOn(mutant -> mutant.operator() == Operator.STRICTNESS)
        .allSatisfy(mutant -> assertThat(mutant.fate()).isEqualTo(Fate.EQUIVALENT));
  }

  @Test
  void testsOfFiguresNoticeWhatIsPaid() {
    assertThat(mutate(STRONG).mutants())
        .filteredOn(mutant -> mutant.was().equals("£2.50"))
        .hasSize(2)
        .allSatisfy(mutant -> assertThat(mutant.fate()).isEqualTo(Fate.KILLED));
  }

  @Test
  void theSameRulesHaveTheSameReport() {
    MutationResult weak = mutate(WEAK);
    assertThat(MutationReport.JSON.render(weak)).isEqualTo(MutationReport.JSON.render(mutate(WEAK)));
    assertThat(MutationReport.TEXT.render(weak))
        .contains("survived  ", "  is   (nothing)", "killed, ", "score ");
  }
}
