package uk.rubric.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/** Births of any century, moved by years: the search for a patient must not walk through all their months. */
class AttainedAgesProofTest {
  @Test
  void dosesBetweenTwoBirthdaysAreDecided() {
    CheckedRules rules = Checker.checkSources(List.of(new SourceText("vi.rubric", """
        ruleset VI "Vaccination" version 1.0 {
          day QSSD "Quality Service Start Date"
          day PPED "Payment Period End Date"
          day ACHV_DAT "Achievement Date"
          cluster FIRST_COD = codes { 73211009 |First dose| }
          cluster SECOND_COD = codes { 401191002 |Second dose| }
          cluster DEC_COD = codes { 183932001 |Declined| }
          field PATY1_AGE = age at QSSD - 1 day
          field PATY2_AGE = age at PPED
          field FIRST_DAT = earliest FIRST_COD where date from age 70 years before age 80 years and date <= ACHV_DAT
          field SECOND_DAT = earliest SECOND_COD where date > FIRST_DAT and date <= ACHV_DAT
          field DEC_DAT = latest DEC_COD where date from age 70 years before age 80 years and date <= ACHV_DAT
          register VICC004 of everyone {
            1: if (PATY1_AGE < 80 years and PATY2_AGE = 80 years)
                  or (PATY1_AGE < 81 years
                      and PATY2_AGE = 81 years
                      and FIRST_DAT <= PPED - 12 months
                      and (SECOND_DAT > PPED - 12 months
                           or SECOND_DAT is not recorded)) then select else reject
          }
          indicator VI004 of VICC004 {
            denominator {
              1: if FIRST_DAT is not recorded and DEC_DAT is recorded then reject as DECLINED else select
            }
            numerator {
              1: if SECOND_DAT is recorded then select else reject
            }
          }
          reason DECLINED = pca specific "Declined"
        }
        service S "s" {
          period from 2025-04-01 to 2026-03-31
          day QSSD = start of period
          day PPED = end of period
          day ACHV_DAT = run date
          use VI version 1.0
        }
        """))).rules().orElseThrow();

    RuleProofs.Result result = RuleProofs.of(rules);

    assertThat(result.undecided()).isEmpty();
    assertThat(result.diagnostics()).isEmpty();
  }
}
