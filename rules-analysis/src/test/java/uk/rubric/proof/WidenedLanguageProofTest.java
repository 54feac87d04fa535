package uk.rubric.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckResult;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/** Forms of the language that the solver knows leave nothing undecided, and rules that are well are not remarked on. */
class WidenedLanguageProofTest {
  @Test
  void rulesThatAreWellAreNotRemarkedOn() {
    RuleProofs.Result result = proofs("""
        field SEX = sex of patient
        field BABY_DAT = latest A_COD where date before age 8 months
        field MONTHS = age in months at ACHV_DAT
        field HAS_A = whether A_DAT is recorded
        field EITHER_DAT = if A_DAT is recorded then A_DAT else B_DAT
        field ALL_DAT[] = all A_COD where date <= ACHV_DAT
        classify TIER of GMS {
          1: if PAT_AGE < 40 years then give ONE else next
          2: if SEX is one of (FEMALE, MALE) then give TWO else give THREE
        }
        register R of GMS {
          1: if BABY_DAT >= age 6 months then select else next
          2: if at least 2 of (A_DAT is recorded, B_DAT is recorded, SEX = FEMALE) then next else reject
          3: if none of (A_DAT > PPED - 12 months, B_DAT > PPED - 12 months) then reject else next
          4: if HAS_A is no and EITHER_DAT < PPED - 1 month then select else next
          5: if some ALL_DAT[] after PPED - 6 months to PPED - 3 months then select else next
          6: if MONTHS < 100 months then select else reject
        }
        register Q of GMS {
          1: if in R and TIER = TWO then select else next
          2: if TIER <> ONE and not in R then select else reject
        }
        """);

    assertThat(result.undecided()).isEmpty();
    assertThat(result.diagnostics()).isEmpty();
  }

  @Test
  void theSameWordsInTwoLaddersAreTwoQuestions() {
    RuleProofs.Result result = proofs("""
        field ALL_DAT[] = all A_COD where date <= ACHV_DAT
        register R of GMS {
          1: if PAT_AGE < 40 years then reject else next
          2: if some ALL_DAT[] after PPED - 6 months to PPED - 3 months then select else reject
        }
        register Q of GMS { 1: if some ALL_DAT[] after PPED - 6 months to PPED - 3 months then select else reject }
        """);

    assertThat(result.undecided()).isEmpty();
    assertThat(result.diagnostics()).isEmpty();
  }

  @Test
  void whatIsNotPutToTheSolverIsSaidToBeUndecided() {
    RuleProofs.Result result = proofs("""
        field HOW_MANY = count of A_COD where date <= ACHV_DAT
        register R of GMS { 1: if HOW_MANY >= 2 then select else reject }
        """);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.undecided()).isNotEmpty().allMatch(line -> line.contains("a count is not put to the solver"));
  }

  @Test
  void aNoteOnWhatIsUndecidedIsNotRefuted() {
    RuleProofs.Result result = proofs("""
        field HOW_MANY = count of A_COD where date <= ACHV_DAT
        register R of GMS {
          1: if HOW_MANY >= 2 then select else next
          2: if HOW_MANY >= 3 then select else next unreachable "rule 1 has selected them"
          3: reject
        }
        """);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.undecided()).anyMatch(line -> line.startsWith("rule 2 of R decides: "));
  }

  @Test
  void aPatientOfAnotherLadderMayDecideWhatIsNotPutToTheSolver() {
    RuleProofs.Result result = proofs("""
        field HOW_MANY = count of A_COD where date <= ACHV_DAT
        register R of GMS { 1: if HOW_MANY >= 1 then select else reject }
        register Q of GMS { 1: if A_DAT is recorded then select else reject }
        """);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.undecided()).isEmpty();
  }

  @Test
  void whatIsProvedDoesNotDependOnThreads() throws Exception {
    String fragment = """
        field HOW_MANY = count of A_COD where date <= ACHV_DAT
        field ALL_DAT[] = all A_COD where date <= ACHV_DAT
        register R of GMS {
          1: if PAT_AGE < 40 years then reject else next
          2: if PAT_AGE < 30 years then reject else next
          3: if some ALL_DAT[] after PPED - 6 months to PPED - 3 months then select else reject
        }
        register Q of GMS { 1: if HOW_MANY >= 3 then select else reject }
        register P of GMS {
          1: if A_DAT > B_DAT then select else next
          2: if A_DAT < B_DAT then select else next
          3: if A_DAT = B_DAT and A_DAT is not recorded then select else reject
        }
        """;

    RuleProofs.Result alone = new ForkJoinPool(1).submit(() -> proofs(fragment)).get();
    RuleProofs.Result together = new ForkJoinPool(4).submit(() -> proofs(fragment)).get();

    assertThat(together).isEqualTo(alone);
    assertThat(alone.diagnostics()).isNotEmpty();
    assertThat(alone.undecided()).isNotEmpty();
  }

  private static RuleProofs.Result proofs(String fragment) {
    String text = BadTablesTest.HEAD + fragment + BadTablesTest.TAIL;
    CheckResult checked = Checker.checkSources(List.of(new SourceText("rules.rubric", text)));
    assertThat(checked.rules()).as(checked.diagnostics().toString()).isPresent();
    return RuleProofs.of(checked.rules().get());
  }
}
