package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ServiceNode.Level;

/** What holds of a pot on which all practices of a board draw, whatever they claim. */
class PotLawsProperties {
  private static final BigDecimal PRICE = new BigDecimal(20);
  private static final BigDecimal POT = new BigDecimal(8000);

  private static final Payments PAYMENTS = RuleText.payments(RuleText.ruleset("DM", "DM_REG", "DM017", "DM020") + """
      service POTS {
        period from 2025-04-01 to 2026-03-31
        day ACHV_DAT = run date
        use DM version 1.0
        evidence OTHERS = number per icb
        measure CLAIM per practice = £20 * numerator of DM020
        measure CLAIMS per icb = sum of CLAIM over practices
        measure ALL_CLAIMS per icb = CLAIMS + £1 * OTHERS
        pay PAID per icb = if ALL_CLAIMS > £8000 then £8000 * (CLAIMS / ALL_CLAIMS) else CLAIMS rounded down to £0.01
        pay PART per practice = share of PAID by CLAIM rounded down to £0.01
      }
      """);

  private static PracticeCounts practice(String code, int claims) {
    PracticeCounts plain = new CountsOf(1000)
        .register("DM", "DM_REG", 600).registerOnly("DM017", 600).indicator("DM020", claims, 600).counts();
    return new PracticeCounts(code, 1000, true, plain.registers(), plain.indicators(), plain.sizes())
        .at(new Place(Optional.empty(), Optional.of("I"), Optional.empty()));
  }

  private static List<PracticeCounts> practices(List<Integer> claims) {
    List<PracticeCounts> practices = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      practices.add(practice("A" + i, claims.get(i)));
    }
    return practices;
  }

  private static Incomes incomes(List<PracticeCounts> practices, Optional<Integer> others) {
    List<Answer> answers = others.stream()
        .map(pounds -> new Answer(Level.ICB, "I", "OTHERS", LocalDate.of(2026, 3, 31), Reply.NUMBER,
            Optional.of(new BigDecimal(pounds)), Optional.empty()))
        .toList();
    return PAYMENTS.incomes(new Ledger(practices, Map.of(), new Answers(answers), History.NONE));
  }

  private static BigDecimal pounds(Figure figure) {
    return figure.value().orElseThrow().bigDecimalValue();
  }

  private static BigDecimal part(PracticeIncome income) {
    return pounds(income.payments().get(0));
  }

  private static BigDecimal paid(Incomes incomes) {
    return pounds(incomes.groups().get(0).payments().get(0));
  }

  private static BigDecimal claim(int claims) {
    return PRICE.multiply(new BigDecimal(claims));
  }

  @Property(tries = 300)
  void partsAddUpToTheClaimsOrToThePot(@ForAll @Size(min = 1, max = 9) List<@IntRange(max = 120) Integer> claims) {
    Incomes incomes = incomes(practices(claims), Optional.of(0));
    BigDecimal all = claim(claims.stream().mapToInt(i -> i).sum());

    assertThat(incomes.practices().stream().map(PotLawsProperties::part).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(paid(incomes))
        .isEqualByComparingTo(all.min(POT));
  }

  @Property(tries = 300)
  void nobodyIsPaidMoreThanIsClaimedNorAllMoreThanThePot(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 120) Integer> claims, @ForAll @IntRange(max = 20_000) int others) {
    Incomes incomes = incomes(practices(claims), Optional.of(others));

    for (int i = 0; i < claims.size(); i++) {
      assertThat(part(incomes.practices().get(i))).isLessThanOrEqualTo(claim(claims.get(i)));
    }
    assertThat(paid(incomes)).isLessThanOrEqualTo(POT);
    assertThat(incomes.practices().stream().map(PotLawsProperties::part).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(paid(incomes));
  }

  @Property(tries = 300)
  void oneMoreClaimNeverLowersWhatAllAreOrItsPracticeIsPaid(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 120) Integer> claims, @ForAll @IntRange(max = 20_000) int others) {
    List<Integer> more = new ArrayList<>(claims);
    more.set(0, more.get(0) + 1);
    Incomes before = incomes(practices(claims), Optional.of(others));
    Incomes after = incomes(practices(more), Optional.of(others));

    assertThat(paid(after)).isGreaterThanOrEqualTo(paid(before));
    assertThat(part(after.practices().get(0))).isGreaterThanOrEqualTo(part(before.practices().get(0)));
  }

  @Property(tries = 100)
  void theOrderOfPracticesDoesNotMatter(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 120) Integer> claims, @ForAll Random random) {
    List<PracticeCounts> ordered = practices(claims);
    List<PracticeCounts> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, random);
    Incomes one = incomes(ordered, Optional.of(100));
    Incomes other = incomes(shuffled, Optional.of(100));

    assertThat(other.groups()).isEqualTo(one.groups());
    for (int i = 0; i < shuffled.size(); i++) {
      assertThat(other.practices().get(i)).isEqualTo(one.practices().get(ordered.indexOf(shuffled.get(i))));
    }
  }

  @Property(tries = 50)
  void nothingIsPaidWhileWhatOthersClaimIsUnknown(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 120) Integer> claims) {
    Incomes incomes = incomes(practices(claims), Optional.empty());

    assertThat(incomes.practices()).allSatisfy(
        practice -> assertThat(practice.payments().get(0).state()).isEqualTo(State.PENDING));
  }
}
