package uk.rubric.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/** The first and last day of the month and quarter go with an achievement date that may be any of the period. */
class MovingDaysTest {
  private static final String RULES =
      """
      ruleset X version 1 {
        day ACHV_DAT day MONTH_START day MONTH_END day QUARTER_START day QUARTER_END
        cluster A_COD = codes { 73211009 }
        field A_DAT = latest A_COD where date <= ACHV_DAT
        register R of everyone {
          1: if CONDITION then select else reject
        }
      }
      service S {
        period from 2025-04-01 to 2026-03-31 by month
        day ACHV_DAT = run date
        day MONTH_START = start of month
        day MONTH_END = end of month
        day QUARTER_START = start of quarter
        day QUARTER_END = end of quarter
        use X version 1
      }
      """;

  private static Finding find(String condition) {
    SourceText text = new SourceText("x.rubric", RULES.replace("CONDITION", condition));
    CheckResult result = Checker.checkSources(List.of(text));
    assertThat(result.rules()).as(result.diagnostics().toString()).isPresent();
    CheckedRules rules = result.rules().get();
    Subject subject = Subject.of(rules, rules.services().get(0), rules.services().get(0).periodEnd());
    return Analysis.of(subject).findInPeriod(new Question.Takes(0, 0, 0, true));
  }

  @ParameterizedTest
  @CsvSource({
    "A_DAT > MONTH_END",
    "A_DAT > QUARTER_END",
    "A_DAT >= MONTH_START and A_DAT < QUARTER_START",
    "A_DAT > QUARTER_END - 30 days and A_DAT < MONTH_START",
    "A_DAT > MONTH_START + 30 days",
    "A_DAT > QUARTER_START + 91 days",
    "A_DAT = MONTH_START and A_DAT = 2025-05-02",
    "A_DAT = QUARTER_START and A_DAT = 2025-06-01"
  })
  void noDayOfThePeriodMakesThisTrue(String condition) {
    assertThat(find(condition)).isEqualTo(new Finding.Impossible());
  }

  /** At the very edge of what the test above proves impossible; the reference evaluator has confirmed the patient. */
  @ParameterizedTest
  @CsvSource({
    "A_DAT = MONTH_END and A_DAT = QUARTER_END,             2025-06-30 2025-09-30 2025-12-31 2026-03-31",
    "A_DAT > QUARTER_END - 31 days and A_DAT < MONTH_START, 2025-06 2025-09",
    "A_DAT > MONTH_START + 29 days,                         2025-05 2025-07 2025-08 2025-10 2025-12 2026-01 2026-03",
    "A_DAT > QUARTER_START + 90 days,                       2025-09-30 2025-12-31",
    "A_DAT = QUARTER_START and A_DAT = MONTH_END - 30 days, 2025-07 2025-10 2026-01",
    "A_DAT = MONTH_START and A_DAT = 2025-05-01,            2025-05"
  })
  void suchADayOfThePeriodMakesThisTrue(String condition, String days) {
    assertThat(find(condition)).isInstanceOfSatisfying(Finding.Witness.class, witness -> {
      LocalDate day = witness.achievementDate();
      assertThat(List.of(days.split(" "))).anySatisfy(one -> assertThat(day.toString()).startsWith(one));
    });
  }
}
