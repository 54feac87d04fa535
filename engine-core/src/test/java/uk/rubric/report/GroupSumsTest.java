package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import uk.rubric.count.SmallPlan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;
import uk.rubric.syntax.ServiceNode.Level;

/** Three practices, of which the first two are a PCN. */
class GroupSumsTest {
  private static final GroupIncome PCN = new GroupIncome(
      Level.PCN, "P1", List.of("A1", "A2"), List.of(), List.of(), Optional.of(new BigDecimal("300.00")));
  private static final IndicatorIncome KNOWN = income(Optional.of(BigFraction.of(7, 2)), "120.10", State.KNOWN);

  private static PracticeCounts counts(
      String practice, long list, boolean stated, long register, Fraction fraction) {
    return new PracticeCounts(practice, list, stated, List.of(new RegisterCount("DM_REG", register)),
        List.of(new IndicatorCount("DM017", register, Optional.empty()),
            new IndicatorCount("DM020", register, Optional.of(fraction))),
        Map.of());
  }

  private static IndicatorIncome income(Optional<BigFraction> points, String pounds, State state) {
    return new IndicatorIncome("DM020", points, Optional.of(new BigDecimal("17")),
        Optional.of(pounds).filter(p -> !p.isEmpty()).map(BigDecimal::new), OptionalLong.of(2), OptionalLong.of(5),
        points.isPresent() ? State.KNOWN : state, pounds.isEmpty() ? state : State.KNOWN, Optional.empty());
  }

  private static GroupSums sums(boolean stated, IndicatorIncome... incomes) {
    List<PracticeCounts> counts = List.of(
        counts("A1", 1000, true, 60, new Fraction(50, 20,
            List.of(new Rejected(1, SmallPlan.FRAIL, 7), new Rejected(5, SmallPlan.UNSUITABLE, 3)))),
        counts("A2", 3000, stated, 40, new Fraction(30, 29,
            List.of(new Rejected(5, SmallPlan.UNSUITABLE, 4), new Rejected(10, SmallPlan.DISSENT, 6)))),
        counts("A3", 9000, true, 900, new Fraction(900, 900, List.of())));
    List<PracticeResult> practices = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      IndicatorIncome income = i < incomes.length ? incomes[i] : KNOWN;
      practices.add(new PracticeResult(counts.get(i), Optional.empty(),
          Optional.of(new PracticeIncome(List.of(income), List.of(), List.of(), Optional.empty()))));
    }
    return new GroupSums(new ServiceResult(SmallPlan.of(SmallResult.service().service()), "drools", practices,
        List.of(PCN), SetAside.NOTHING, SmallResult.MANIFEST), PCN);
  }

  @Test
  void countsAreThoseOfItsPracticesAndOfNoOther() {
    PracticeCounts sum = sums(true).counts();

    assertThat(sum.practice()).isEqualTo("P1");
    assertThat(sum.listSize()).isEqualTo(4000);
    assertThat(sum.registers()).containsExactly(new RegisterCount("DM_REG", 100));
    assertThat(sum.indicators()).containsExactly(
        new IndicatorCount("DM017", 100, Optional.empty()),
        new IndicatorCount("DM020", 100, Optional.of(new Fraction(80, 49, List.of(
            new Rejected(1, SmallPlan.FRAIL, 7),
            new Rejected(5, SmallPlan.UNSUITABLE, 7),
            new Rejected(10, SmallPlan.DISSENT, 6))))));
  }

  @Test
  void aListSizeIsStatedWhenThatOfEachPracticeIs() {
    assertThat(sums(true).counts().listSizeStated()).isTrue();
    assertThat(sums(false).counts().listSizeStated()).isFalse();
  }

  @Test
  void pointsAndPoundsAreSums() {
    assertThat(sums(true, KNOWN, income(Optional.of(BigFraction.of(1, 3)), "0.05", State.KNOWN)).indicators())
        .singleElement().satisfies(sum -> {
          assertThat(sum.id()).isEqualTo("DM020");
          assertThat(sum.points()).contains(BigFraction.of(23, 6));
          assertThat(sum.available()).contains(new BigDecimal("34"));
          assertThat(sum.income()).contains(new BigDecimal("120.15"));
          assertThat(sum.pointsState()).isEqualTo(State.KNOWN);
          assertThat(sum.incomeState()).isEqualTo(State.KNOWN);
        });
  }

  /** Sums do not tell how many patients more: a threshold is one practice's. */
  @Test
  void nothingIsSaidOfPatientsToAThreshold() {
    IndicatorIncome sum = sums(true).indicators().get(0);
    assertThat(sum.patientsToLower()).isEmpty();
    assertThat(sum.patientsToUpper()).isEmpty();
    assertThat(sum.worth()).isEmpty();
  }

  @Test
  void whatOnePracticeLacksTheSumLacksAndSaysWhy() {
    IndicatorIncome pending = sums(true, KNOWN, income(KNOWN.points(), "", State.PENDING)).indicators().get(0);
    assertThat(pending.points()).contains(BigFraction.of(7));
    assertThat(pending.income()).isEmpty();
    assertThat(pending.incomeState()).isEqualTo(State.PENDING);

    IndicatorIncome never = sums(true, income(Optional.empty(), "", State.PENDING),
        income(Optional.empty(), "", State.NOT_COMPUTABLE)).indicators().get(0);
    assertThat(never.points()).isEmpty();
    assertThat(never.income()).isEmpty();
    assertThat(List.of(never.pointsState(), never.incomeState())).containsOnly(State.NOT_COMPUTABLE);
  }
}
