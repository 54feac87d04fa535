package uk.rubric.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/** From when on a numerator can select anybody, at PPED 2026-03-31. */
class MeasurableFromTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

  private static final String RULES =
      """
      ruleset X version 1 {
        day PPED
        day ACHV_DAT
        cluster A_COD = codes { 73211009 }
        cluster B_COD = codes { 75367002 }
        field A_DAT = latest A_COD
        field B_DAT = latest B_COD where date <= ACHV_DAT
        field LATE_DAT = earliest A_COD where date > PPED - 6 months
        field LATE_VAL = lowest value of A_COD on LATE_DAT in mmol/mol
        field EITHER_DAT = latest of (A_DAT, B_DAT)
        field REG_DAT = latest REGISTRATION
        field A_DAT2[] = all A_COD
        register R of everyone { 1: select }
        indicator I of R {
          denominator { 1: select }
          numerator %s
        }
      }
      service S {
        period from 2025-04-01 to 2026-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use X version 1
      }
      """;

  private static Optional<LocalDate> from(String numerator, LocalDate asAt, Mode mode) {
    CheckResult result =
        Checker.checkSources(List.of(new SourceText("x.rubric", RULES.formatted("{ " + numerator + " }"))));
    CheckedRules rules = result.rules().orElseThrow(() -> new AssertionError(result.diagnostics()));
    Plan plan = Planner.plan(rules, rules.services().get(0), asAt, mode, new NoClusters());
    Output indicator = plan.outputs().stream().filter(output -> !output.register()).findFirst().orElseThrow();
    return MeasurableFrom.of(plan, indicator);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "A_DAT > PPED - 6 months | 2025-10-01",
    "A_DAT >= PPED - 6 months | 2025-09-30",
    "PPED - 6 months < A_DAT | 2025-10-01",
    "PPED - 6 months <= A_DAT | 2025-09-30",
    "A_DAT = 2025-12-25 | 2025-12-25",
    "EITHER_DAT > PPED - 3 months | 2026-01-01",
    "LATE_DAT is recorded | 2025-10-01",
    "LATE_VAL <= 58 | 2025-10-01",
    "LATE_DAT >= 2026-02-01 | 2026-02-01",
    "A_DAT > PPED - 6 months and B_DAT > PPED - 3 months | 2026-01-01",
    "A_DAT > PPED - 6 months or B_DAT > PPED - 3 months | 2025-10-01",
    "at least 2 of (A_DAT > PPED - 6 months, B_DAT > PPED - 3 months, A_DAT is recorded) | 2025-10-01",
    "some A_DAT2[] has (A_DAT2 > PPED - 1 month) | 2026-03-01"
  })
  void namesTheDay(String condition, LocalDate day) {
    assertThat(from("1: if " + condition + " then select else reject", JUNE, Mode.YEAR_END)).contains(day);
    assertThat(from("1: if " + condition + " then select else reject", day, Mode.YEAR_END)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "A_DAT > PPED - 12 months",
    "A_DAT > ACHV_DAT - 6 months",
    "A_DAT < PPED - 6 months",
    "A_DAT <> PPED - 6 months",
    "REG_DAT > PPED - 3 months",
    "A_DAT is not recorded",
    "none of (A_DAT > PPED - 6 months, B_DAT is recorded)",
    "A_DAT > PPED - 6 months or B_DAT is recorded"
  })
  void saysNothingOfWhatMayBeSoNow(String condition) {
    assertThat(from("1: if " + condition + " then select else reject", JUNE, Mode.YEAR_END)).isEmpty();
  }

  @Test
  void followsEveryWayThroughTheRules() {
    String late = "1: if A_DAT > PPED - 6 months then next else reject ";

    assertThat(from(late + "2: if B_DAT > PPED - 3 months then reject else select", JUNE, Mode.YEAR_END))
        .contains(LocalDate.of(2025, 10, 1));
    assertThat(from("1: if A_DAT > PPED - 6 months then reject else select", JUNE, Mode.YEAR_END)).isEmpty();
    assertThat(from("1: reject", JUNE, Mode.YEAR_END)).isEmpty();
  }

  @Test
  void rollingPeriodEndsNow() {
    assertThat(from("1: if A_DAT > PPED - 6 months then select else reject", JUNE, Mode.ROLLING)).isEmpty();
  }

  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }
}
