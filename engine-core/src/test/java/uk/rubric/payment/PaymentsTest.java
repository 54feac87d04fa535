package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.payment.ServiceText.TO_THE_PENNY;
import static uk.rubric.payment.ServiceText.achievementOf;
import static uk.rubric.payment.ServiceText.binary;
import static uk.rubric.payment.ServiceText.list;
import static uk.rubric.payment.ServiceText.measureOf;
import static uk.rubric.payment.ServiceText.number;
import static uk.rubric.payment.ServiceText.over;
import static uk.rubric.payment.ServiceText.parameterOf;
import static uk.rubric.payment.ServiceText.pointsOf;
import static uk.rubric.payment.ServiceText.row;
import static uk.rubric.payment.ServiceText.sizeOf;
import static uk.rubric.payment.ServiceText.times;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.syntax.ServiceNode.RoundingKind;

class PaymentsTest {
  private static ServiceText diabetes() {
    return new ServiceText()
        .parameter("POINT_VALUE", "201.16")
        .parameter("AVERAGE_LIST", "9085")
        .parameter("PREV_DM", "0.071")
        .measure("CPI", over(list(), parameterOf("AVERAGE_LIST")))
        .measure("APDF", over(over(sizeOf("DM_REG"), list()), parameterOf("PREV_DM")))
        .table("DM", row("DM017", "6"), row("DM020", "17", "0.35", "0.75"), row("DM021", "10", "0.52", "0.92"))
        .payShared(
            "DM",
            times(pointsOf("DM"), parameterOf("POINT_VALUE"), measureOf("CPI"), measureOf("APDF")),
            TO_THE_PENNY,
            "DM");
  }

  private static PracticeIncome diabetes(long listSize, long dm020, long dm021) {
    return diabetes()
        .payments()
        .income(
            new CountsOf(listSize)
                .register("DM", "DM_REG", 480)
                .registerOnly("DM017", 480)
                .indicator("DM020", dm020, 369)
                .indicator("DM021", dm021, 57)
                .counts());
  }

  private static Optional<BigFraction> measured(ServiceText service, CountsOf counts) {
    return service.payments().income(counts.counts()).measures().get(0).value();
  }

  private static BigDecimal pounds(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void computesAnAreaWithItsShares() {
    PracticeIncome income = diabetes(6500, 247, 40);
    // Worked apart from the code, in fractions: 17 × (247/369 - 0.35)/0.40 points and 10 × (40/57 - 0.52)/0.40 points.
    assertThat(income.indicators().get(1).points()).contains(BigFraction.of(40_069, 2_952));
    assertThat(income.indicators().get(2).points()).contains(BigFraction.of(259, 57));
    assertThat(income.payments()).extracting(Figure::name).containsExactly("DM");
    assertThat(income.indicators()).extracting(i -> i.income().orElseThrow()).containsExactly(
        pounds("898.16"), pounds("2031.85"), pounds("680.18"));
    assertThat(income.total()).contains(pounds("3610.19"));
  }

  @Test
  void saysHowManyPatientsAreMissing() {
    IndicatorIncome dm020 = diabetes(6500, 247, 40).indicators().get(1);
    assertThat(dm020.patientsToLower()).hasValue(0);
    assertThat(dm020.patientsToUpper()).hasValue(30);
    IndicatorIncome registerOnly = diabetes(6500, 247, 40).indicators().get(0);
    assertThat(registerOnly.patientsToLower()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void aListOfNobodyHasNoFigureAndNoExceptionEither() {
    PracticeIncome income = diabetes(0, 247, 40);
    assertThat(income.measures()).containsExactly(
        new Figure("CPI", Optional.of(BigFraction.ZERO)), new Figure("APDF", Optional.empty()));
    assertThat(income.payments()).containsExactly(new Figure("DM", Optional.empty()));
    assertThat(income.indicators()).allSatisfy(i -> assertThat(i.income()).isEmpty());
    assertThat(income.indicators().get(0).points()).contains(BigFraction.of(6));
    assertThat(income.total()).isEmpty();
  }

  @Test
  void onePaymentThatCannotBeComputedLeavesTheTotalOpen() {
    PracticeIncome income =
        new ServiceText()
            .pay("GOOD", number("5"), TO_THE_PENNY)
            .pay("BAD", over(number("5"), list()), TO_THE_PENNY)
            .payments()
            .income(new CountsOf(0).counts());
    assertThat(income.payments()).extracting(Figure::value).containsExactly(
        Optional.of(BigFraction.of(5)), Optional.empty());
    assertThat(income.total()).isEmpty();
  }

  @Test
  void anEmptyAchievementIsNoZero() {
    ServiceText service = new ServiceText().measure("RATE", binary(number("1"), '-', achievementOf("DM020")));
    assertThat(measured(service, new CountsOf(1).indicator("DM020", 0, 0))).isEmpty();
    assertThat(measured(service, new CountsOf(1).indicator("DM020", 1, 4))).contains(BigFraction.of(3, 4));
    assertThat(measured(service, new CountsOf(1))).isEmpty();
  }

  @Test
  void takesTheSizeOfTheRegisterOfItsOwnRuleSet() {
    ServiceText service = new ServiceText().measure("SIZE", sizeOf("DM_REG"));
    CountsOf another = new CountsOf(1).size("DIABETES", "DM_REG", 4);
    assertThat(measured(service, another)).isEmpty();
    assertThat(measured(service, another.register("DM", "DM_REG", 3))).contains(BigFraction.of(3));
  }

  @Test
  void takesTheParameterThatIsInForceAtTheEndOfThePeriod() {
    ServiceText service =
        new ServiceText()
            .parameter(
                "POINT_VALUE",
                ServiceText.value("200", LocalDate.of(2020, 4, 1), LocalDate.of(2022, 3, 30)),
                ServiceText.value("300", LocalDate.of(2022, 3, 31), LocalDate.of(2023, 3, 31)))
            .measure("NOW", parameterOf("POINT_VALUE"));
    assertThat(measured(service, new CountsOf(1))).contains(BigFraction.of(300));
  }

  @Test
  void aParameterWithoutAValueOnTheDayIsNoFigure() {
    ServiceText service =
        new ServiceText()
            .parameter("POINT_VALUE", ServiceText.value("200", LocalDate.of(2020, 4, 1), LocalDate.of(2022, 3, 30)))
            .measure("NOW", parameterOf("POINT_VALUE"));
    assertThat(measured(service, new CountsOf(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 0.01, 2.345, 2.35", "HALF_EVEN, 0.01, 2.345, 2.34", "HALF_EVEN, 0.01, 2.355, 2.36",
    "UP, 0.01, 2.341, 2.35", "DOWN, 0.01, 2.349, 2.34", "UP, 0.01, 2.34, 2.34",
    "HALF_UP, 5, 12.5, 15", "HALF_EVEN, 5, 12.5, 10", "HALF_UP, 0.25, 1.1, 1.00", "DOWN, 100, 199.99, 100",
    "HALF_UP, 0.01, -2.345, -2.35", "UP, 0.01, -2.341, -2.35", "DOWN, 0.01, -2.349, -2.34"
  })
  void roundsToTheNearestMultipleOfTheStep(RoundingKind kind, String step, BigDecimal value, BigDecimal rounded) {
    ServiceText service =
        new ServiceText()
            .pay("PAY", binary(number("0"), '+', number(value.toString())), ServiceText.rounding(kind, step));
    assertThat(service.payments().income(new CountsOf(1).counts()).total().orElseThrow()).isEqualByComparingTo(rounded);
  }

  @Test
  void anIndicatorOutsideEveryTableHasNoPoints() {
    PracticeIncome income = diabetes().payments().income(new CountsOf(9).indicator("DM099", 1, 2).counts());
    assertThat(income.indicators()).containsExactly(
        new IndicatorIncome("DM099", Optional.empty(), Optional.empty(), Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty()));
    assertThat(income.total()).as("the table names indicators that have no counts").isEmpty();
  }

  @Test
  void sharesOfAnAmountThatNobodyEarnedStayOpen() {
    PracticeIncome income =
        new ServiceText()
            .table("DM", row("DM020", "17", "0.35", "0.75"))
            .payShared("DM", number("100"), TO_THE_PENNY, "DM")
            .payments()
            .income(new CountsOf(1).indicator("DM020", 0, 1).counts());
    assertThat(income.indicators().get(0).income()).isEmpty();
    assertThat(income.total()).contains(pounds("100.00"));
  }

  @Test
  void sharesOfNothingAreNothing() {
    PracticeIncome income =
        new ServiceText()
            .table("DM", row("DM020", "17", "0.35", "0.75"))
            .payShared("DM", times(pointsOf("DM"), number("100")), TO_THE_PENNY, "DM")
            .payments()
            .income(new CountsOf(1).indicator("DM020", 0, 1).counts());
    assertThat(income.indicators().get(0).income().orElseThrow()).isEqualByComparingTo("0.00");
  }

  @Property(tries = 300)
  void sharesSumToTheTotalAndAnAchieverNeverCosts(
      @ForAll @IntRange(min = 1, max = 20_000) int listSize,
      @ForAll @IntRange(max = 368) int dm020,
      @ForAll @IntRange(max = 57) int dm021) {
    PracticeIncome before = diabetes(listSize, dm020, dm021);
    PracticeIncome after = diabetes(listSize, dm020 + 1, dm021);
    assertThat(after.total().orElseThrow()).isGreaterThanOrEqualTo(before.total().orElseThrow());
    BigDecimal shares =
        before.indicators().stream().map(i -> i.income().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(shares).isEqualByComparingTo(before.total().orElseThrow());
  }
}
