package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.payment.ServiceText.TO_THE_PENNY;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula;
import uk.rubric.result.PracticeCounts;
import uk.rubric.syntax.ServiceNode.RoundingKind;

/**
 * Worked examples that the profession has published. They round at different steps; each comes out to the penny under
 * its own declared rounding, and under no other.
 */
class PublishedExamplesTest {
  private static final Rounding TWO_PLACES = ServiceText.rounding(RoundingKind.HALF_UP, "0.01");

  private static void assertPays(ServiceText service, PracticeCounts counts, String pounds) {
    assertThat(service.payments().income(counts).total()).contains(new BigDecimal(pounds));
  }

  // Local medical committee, 2022/23: list 16,000, atrial fibrillation 3.05 % against 2.1 %, 29 points. Factors rounded
  // first.

  private static final PracticeCounts AF =
      new CountsOf(16_000)
          .register("AFIB_REG", 488)
          .registerOnly("AF001", 488)
          .indicator("AF006", 95, 100)
          .indicator("AF008", 98, 100)
          .counts();

  private static ServiceText af(Optional<Rounding> factors) {
    ServiceText service =
        new ServiceText()
            .parameter("POINT_VALUE", "207.56")
            .parameter("AVERAGE_LIST", "9374")
            .parameter("PREV_AF", "0.021")
            .table("AF", row("AF001", "5"), row("AF006", "12", "0.40", "0.90"), row("AF008", "12", "0.70", "0.95"));
    Formula cpi = over(list(), parameterOf("AVERAGE_LIST"));
    Formula apdf = over(over(sizeOf("AFIB_REG"), list()), parameterOf("PREV_AF"));
    factors.ifPresentOrElse(
        r -> service.measure("CPI", cpi, r).measure("APDF", apdf, r),
        () -> service.measure("CPI", cpi).measure("APDF", apdf));
    return service.payShared(
        "AF",
        times(pointsOf("AF"), parameterOf("POINT_VALUE"), measureOf("CPI"), measureOf("APDF")),
        TO_THE_PENNY,
        "AF");
  }

  @Test
  void atrialFibrillationRoundsItsFactors() {
    assertPays(af(Optional.of(TWO_PLACES)), AF, "14924.71");
  }

  @Test
  void atrialFibrillationIsAnotherSumWithExactFactors() {
    assertPays(af(Optional.empty()), AF, "14921.66");
  }

  // Published for 2020/21: list 10,000, dementia 0.78 % nationally, 44 points. Exact throughout, rounded once at the
  // end.

  private static PracticeCounts dementia(long register) {
    return new CountsOf(10_000)
        .register("DEM_REG", register)
        .registerOnly("DEM001", register)
        .indicator("DEM004", 35, 50)
        .counts();
  }

  private static ServiceText dementia(Optional<Rounding> point) {
    Formula adjusted =
        times(
            parameterOf("POINT_VALUE"),
            over(over(sizeOf("DEM_REG"), list()), number("0.0078")),
            over(list(), parameterOf("AVERAGE_LIST")));
    ServiceText service =
        new ServiceText()
            .parameter("POINT_VALUE", "194.83")
            .parameter("AVERAGE_LIST", "8799")
            .table("DEM", row("DEM001", "5"), row("DEM004", "39", "0.35", "0.70"));
    point.ifPresentOrElse(r -> service.measure("POINT", adjusted, r), () -> service.measure("POINT", adjusted));
    return service.payShared("DEM", times(pointsOf("DEM"), measureOf("POINT")), TO_THE_PENNY, "DEM");
  }

  @Test
  void dementiaRoundsOnceAtTheEnd() {
    assertPays(dementia(Optional.empty()), dementia(53), "6619.98");
    assertPays(dementia(Optional.empty()), dementia(72), "8993.18");
  }

  @Test
  void dementiaIsAnotherSumWithARoundedPoint() {
    assertPays(dementia(Optional.of(TO_THE_PENNY)), dementia(53), "6619.80");
    assertPays(dementia(Optional.of(TO_THE_PENNY)), dementia(72), "8993.16");
  }

  // Published for dementia at £227.02 a point: 0.3 % and 0.7 % against 0.5 %; the adjusted point is rounded to the
  // penny.

  private static PracticeCounts perThousand(long register, String indicator) {
    return new CountsOf(1_000).register("DEM_REG", register).registerOnly(indicator, register).counts();
  }

  private static ServiceText adjusted(String points, Optional<Rounding> point) {
    Formula adjusted = times(number("227.02"), over(over(sizeOf("DEM_REG"), list()), number("0.005")));
    ServiceText service = new ServiceText().table("DEM", row("DEM001", points));
    point.ifPresentOrElse(r -> service.measure("POINT", adjusted, r), () -> service.measure("POINT", adjusted));
    return service.pay("DEM", times(pointsOf("DEM"), measureOf("POINT")), TO_THE_PENNY);
  }

  @Test
  void prevalenceRoundsTheAdjustedPoint() {
    assertPays(adjusted("26", Optional.of(TO_THE_PENNY)), perThousand(3, "DEM001"), "3541.46");
    assertPays(adjusted("20", Optional.of(TO_THE_PENNY)), perThousand(7, "DEM001"), "6356.60");
  }

  @Test
  void prevalenceIsAnotherSumWhenRoundedOnceAtTheEnd() {
    assertPays(adjusted("26", Optional.empty()), perThousand(3, "DEM001"), "3541.51");
    assertPays(adjusted("20", Optional.empty()), perThousand(7, "DEM001"), "6356.56");
  }
}
