package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * An indicator whose share of a payment waits for something says so, and is not told as one that cannot be computed.
 */
class PendingSharesTest {
  private static final String SERVICE =
      """
      service S {
        period from 2026-04-01 to 2027-03-31
        day ACHV_DAT = run date
        use DM version 1.0
        evidence AUDIT = yes no per practice
        points MAIN { DM017: 6  DM020: 17 from 35% to 75% }
        points OLD { DM021: 4 from 35% to 75% protected }
        pay PAID per practice = points of MAIN * £200 rounded half up to £0.01 when AUDIT is yes shared by points of MAIN
        pay LATE per practice = points of OLD * £200 rounded half up to £0.01 shared by points of OLD LATER
      }
      """;
  private static final PracticeCounts COUNTS = new CountsOf(9000).register("DM", "DM_REG", 10)
      .registerOnly("DM017", 10).indicator("DM020", 3, 4).indicator("DM021", 3, 4).counts();

  private static IndicatorIncome income(String indicator, String notBefore, List<Answer> answers, History history) {
    Payments payments = RuleText.payments(
        RuleText.ruleset("DM", "DM_REG", "DM017", "DM020", "DM021") + SERVICE.replace("LATER", notBefore));
    Ledger ledger = new Ledger(List.of(COUNTS), Map.of(), new Answers(answers), history);
    return payments.incomes(ledger).practices().get(0).indicators().stream()
        .filter(i -> i.id().equals(indicator)).findFirst().orElseThrow();
  }

  @Test
  void waitsForAnAnswer() {
    IndicatorIncome waiting = income("DM020", "", List.of(), History.NONE);

    assertThat(waiting.income()).isEmpty();
    assertThat(waiting.incomeState()).isEqualTo(State.PENDING);
    assertThat(waiting.pointsState()).as("points are earned whatever is answered").isEqualTo(State.KNOWN);
  }

  @Test
  void isKnownWithTheAnswer() {
    Answer yes = new Answer(Level.PRACTICE, "A81001", "AUDIT", LocalDate.of(2026, 6, 1), Reply.YES, Optional.empty(),
        Optional.empty());
    IndicatorIncome known = income("DM020", "", List.of(yes), History.NONE);

    assertThat(known.income().orElseThrow()).isEqualByComparingTo(new BigDecimal("3400"));
    assertThat(known.incomeState()).isEqualTo(State.KNOWN);
  }

  @Test
  void waitsForThePointsOfTheYearBefore() {
    IndicatorIncome waiting = income("DM021", "", List.of(), History.NONE);

    assertThat(List.of(waiting.pointsState(), waiting.incomeState())).containsOnly(State.PENDING);
  }

  @Test
  void isNotDueBeforeItsDay() {
    History points = new History(List.of(new History.Entry("A81001", 2025, "DM021", "points", new BigDecimal("3"))));
    IndicatorIncome early = income("DM021", "not before 2027-06-01", List.of(), points);

    assertThat(early.pointsState()).isEqualTo(State.KNOWN);
    assertThat(early.incomeState()).isEqualTo(State.NOT_YET);
  }
}
