package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import uk.rubric.result.PracticeCounts;

/**
 * Worked examples that the profession has published, as rule text. They round at different steps; each comes out to the
 * penny under its own declared rounding, and under no other.
 */
class PublishedExamplesTest {
  private static void assertPays(String rules, PracticeCounts counts, String pounds) {
    assertThat(RuleText.payments(rules).income(counts).total()).contains(new BigDecimal(pounds));
  }

  /** The same text with other words for a rounding. */
  private static String with(String rules, String rounding, String other) {
    assertThat(rules).contains(rounding);
    return rules.replace(rounding, other);
  }

  // Lincolnshire local medical committee, 2022/23: a list of 16,000, atrial fibrillation 3.05 % against 2.1 %
  // nationally, 29 points. The factors are rounded first.

  private static final String FACTOR_ROUNDING = "rounded half up to 0.01";

  private static final String ATRIAL_FIBRILLATION =
      RuleText.ruleset("AF", "AFIB_REG", "AF001", "AF006", "AF008")
          + """
          service QOF_2022_23 {
            period from 2022-04-01 to 2023-03-31
            day ACHV_DAT = run date
            use AF version 1.0
            parameter POINT_VALUE = £207.56
            parameter AVERAGE_LIST = 9374
            parameter PREV_AF = 2.1%
            points AF {
              AF001: 5
              AF006: 12 from 40% to 90%
              AF008: 12 from 70% to 95%
            }
            measure CPI per practice = LIST / AVERAGE_LIST rounded half up to 0.01
            measure APDF per practice = (size of AFIB_REG / LIST) / PREV_AF rounded half up to 0.01
            pay AF per practice = points of AF * POINT_VALUE * CPI * APDF
              rounded half up to £0.01 shared by points of AF
          }
          """;

  private static final PracticeCounts AF_COUNTS =
      new CountsOf(16_000)
          .register("AF", "AFIB_REG", 488)
          .registerOnly("AF001", 488)
          .indicator("AF006", 95, 100)
          .indicator("AF008", 98, 100)
          .counts();

  @Test
  void atrialFibrillationRoundsItsFactors() {
    assertPays(ATRIAL_FIBRILLATION, AF_COUNTS, "14924.71");
  }

  @Test
  void atrialFibrillationIsAnotherSumWithExactFactors() {
    assertPays(with(ATRIAL_FIBRILLATION, FACTOR_ROUNDING, ""), AF_COUNTS, "14921.66");
  }

  // Published for 2020/21: a list of 10,000, dementia 53 (or 72) on the register against 0.78 %, 44 points. All is
  // exact and rounded once, at the end; the adjusted point is £150.4540.

  private static final String POINT_OF_DEMENTIA =
      "= POINT_VALUE * ((size of DEM_REG / LIST) / 0.78%) * (LIST / AVERAGE_LIST)";

  private static final String DEMENTIA =
      RuleText.ruleset("DEM", "DEM_REG", "DEM001", "DEM004")
          + """
          service QOF_2020_21 {
            period from 2020-04-01 to 2021-03-31
            day ACHV_DAT = run date
            use DEM version 1.0
            parameter POINT_VALUE = £194.83
            parameter AVERAGE_LIST = 8799
            points DEM {
              DEM001: 5
              DEM004: 39 from 35% to 70%
            }
            measure POINT per practice = POINT_VALUE * ((size of DEM_REG / LIST) / 0.78%) * (LIST / AVERAGE_LIST)
            pay DEM per practice = points of DEM * POINT rounded half up to £0.01 shared by points of DEM
          }
          """;

  private static PracticeCounts dementia(long register) {
    return new CountsOf(10_000)
        .register("DEM", "DEM_REG", register)
        .registerOnly("DEM001", register)
        .indicator("DEM004", 35, 50)
        .counts();
  }

  @Test
  void dementiaRoundsOnceAtTheEnd() {
    assertPays(DEMENTIA, dementia(53), "6619.98");
    assertPays(DEMENTIA, dementia(72), "8993.18");
  }

  @Test
  void dementiaIsAnotherSumWithARoundedPoint() {
    String roundedPoint = with(DEMENTIA, POINT_OF_DEMENTIA, POINT_OF_DEMENTIA + " rounded half up to £0.01");
    assertPays(roundedPoint, dementia(53), "6619.80");
    assertPays(roundedPoint, dementia(72), "8993.16");
  }

  // Published for dementia at £227.02 a point: 0.3 % for 26 points and 0.7 % for 20, against 0.5 %. The adjusted point
  // is rounded to the penny, £136.21 and £317.83.

  private static final String POINT_ROUNDING = "/ 0.5%) rounded half up to £0.01";

  private static String adjusted(int points) {
    return RuleText.ruleset("DEM", "DEM_REG", "DEM001")
        + """
        service DEMENTIA {
          period from 2020-04-01 to 2021-03-31
          day ACHV_DAT = run date
          use DEM version 1.0
          points DEM { DEM001: %d }
          measure POINT per practice = £227.02 * ((size of DEM_REG / LIST) / 0.5%%) rounded half up to £0.01
          pay DEM per practice = points of DEM * POINT rounded half up to £0.01 shared by points of DEM
        }
        """
            .formatted(points);
  }

  private static PracticeCounts perThousand(long register) {
    return new CountsOf(1_000).register("DEM", "DEM_REG", register).registerOnly("DEM001", register).counts();
  }

  @Test
  void prevalenceRoundsTheAdjustedPoint() {
    assertPays(adjusted(26), perThousand(3), "3541.46");
    assertPays(adjusted(20), perThousand(7), "6356.60");
  }

  @Test
  void prevalenceIsAnotherSumWhenRoundedOnceAtTheEnd() {
    assertPays(with(adjusted(26), POINT_ROUNDING, "/ 0.5%)"), perThousand(3), "3541.51");
    assertPays(with(adjusted(20), POINT_ROUNDING, "/ 0.5%)"), perThousand(7), "6356.56");
  }
}
