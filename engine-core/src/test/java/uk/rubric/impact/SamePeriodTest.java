package uk.rubric.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedService;
import uk.rubric.run.CouldNotRun;

/** A service on the dates of another. */
class SamePeriodTest {

  private static CheckedService service(String from, String to, String text) {
    return TwoVersions.rules(text.replace("from 2021-04-01 to 2022-03-31", "from " + from + " to " + to))
        .services().get(0);
  }

  @Test
  void everyDateOfTheServiceMovesByTheSameMonths() {
    CheckedService moved = SamePeriod.moved(
        service("2021-04-01", "2022-03-31", TwoVersions.OLD), service("2023-04-01", "2024-03-31", TwoVersions.OLD));

    assertThat(moved.periodStart()).isEqualTo("2023-04-01");
    assertThat(moved.periodEnd()).isEqualTo("2024-03-31");
    assertThat(moved.parameters().get(0).on(LocalDate.of(2024, 3, 31))).isPresent();
    assertThat(moved.parameters().get(0).on(LocalDate.of(2023, 3, 31))).isEmpty();
  }

  @Test
  void aLastDayStaysOne() {
    CheckedService moved = SamePeriod.moved(
        service("2022-03-01", "2023-02-28", TwoVersions.OLD), service("2023-03-01", "2024-02-29", TwoVersions.OLD));

    assertThat(moved.periodEnd()).isEqualTo("2024-02-29");
  }

  @Test
  void onePeriodIsLeftAsItIs() {
    CheckedService service = service("2021-04-01", "2022-03-31", TwoVersions.OLD);

    assertThat(SamePeriod.moved(service, service)).isSameAs(service);
  }

  @Test
  void periodsOfOtherLengthAreRefused() {
    assertThatThrownBy(() -> SamePeriod.moved(
            service("2021-04-01", "2022-03-31", TwoVersions.OLD), service("2022-04-01", "2022-09-30", TwoVersions.OLD)))
        .isInstanceOfSatisfying(CouldNotRun.class, stop ->
            assertThat(stop.diagnostics().get(0).code().id()).isEqualTo("periods-differ"));
  }
}
