package uk.rubric.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.value.SctId;

/** Entries that end early are noticed, and quiet days are not. */
class LastDaysTest {
  private static final LocalDate TUESDAY = LocalDate.of(2015, 3, 31);
  private static final LocalDate SUNDAY = LocalDate.of(2019, 3, 31);
  private static final SctId CODE = SctId.parse("75367002").orElseThrow();

  /** So many entries on each working day of the ten weeks up to a day, that day included. */
  private static List<LocalDate> working(LocalDate last, int entries) {
    return last.minusWeeks(10).datesUntil(last.plusDays(1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .flatMap(day -> Stream.generate(() -> day).limit(entries))
        .toList();
  }

  private static LastDays of(LocalDate asAt, List<LocalDate> days) {
    List<Event> events = new ArrayList<>();
    days.forEach(day -> events.add(new Event(day, CODE, Optional.empty(), Optional.empty(), 0)));
    PatientRecord patient =
        new PatientRecord("A", "P", LocalDate.of(1960, 1, 1), Optional.empty(), List.of(), events);
    LastDays lastDays = new LastDays(Math.toIntExact(asAt.toEpochDay()));
    lastDays.add(PatientBatch.of(List.of(patient)), 0);
    return lastDays;
  }

  private static Optional<LocalDate> ended(LocalDate asAt, List<LocalDate> days) {
    return of(asAt, days).endedOn().map(LocalDate::ofEpochDay);
  }

  @Test
  void entriesUpToTheLastDayAreWhole() {
    assertThat(ended(TUESDAY, working(TUESDAY, 7))).isEmpty();
  }

  @Test
  void oneWorkingDayIsMissed() {
    assertThat(ended(TUESDAY, working(TUESDAY.minusDays(1), 7))).contains(TUESDAY.minusDays(1));
  }

  @Test
  void fewEntriesOnADaySayNothingOfOneDay() {
    assertThat(ended(TUESDAY, working(TUESDAY.minusDays(1), 6))).isEmpty();
  }

  @Test
  void fewEntriesOnADaySayMuchOfManyDays() {
    assertThat(ended(TUESDAY, working(TUESDAY.minusDays(11), 1))).contains(TUESDAY.minusDays(11));
  }

  @Test
  void weekendIsNotMissed() {
    assertThat(ended(SUNDAY, working(SUNDAY.minusDays(2), 50))).isEmpty();
  }

  @Test
  void aHandfulOfEntriesSaysNothing() {
    assertThat(ended(TUESDAY, Stream.iterate(TUESDAY.minusDays(300), day -> day.plusDays(1)).limit(19).toList()))
        .isEmpty();
  }

  @Test
  void entriesAfterTheAchievementDateReachIt() {
    List<LocalDate> days = new ArrayList<>(working(TUESDAY.minusDays(20), 9));
    days.add(TUESDAY.plusDays(3));

    assertThat(ended(TUESDAY, days)).isEmpty();
  }

  @Test
  void entriesOfOtherYearsEndedLongAgo() {
    assertThat(ended(TUESDAY, working(TUESDAY.minusYears(4), 1))).contains(TUESDAY.minusYears(4));
    assertThat(ended(TUESDAY, working(TUESDAY.minusDays(373), 1))).contains(TUESDAY.minusDays(375));
    assertThat(ended(TUESDAY, working(TUESDAY.minusDays(371), 1))).contains(TUESDAY.minusDays(371));
  }

  @Test
  void noEntriesEndNowhere() {
    assertThat(ended(TUESDAY, List.of())).isEmpty();
  }

  @Test
  void partsOfAPracticeAreSeenTogether() {
    LastDays cut = of(TUESDAY, working(TUESDAY.minusDays(1), 4));
    cut.merge(of(TUESDAY, working(TUESDAY.minusDays(1), 4)));
    assertThat(cut.endedOn()).isPresent();

    cut.merge(of(TUESDAY, List.of(TUESDAY)));
    assertThat(cut.endedOn()).isEmpty();
  }
}
