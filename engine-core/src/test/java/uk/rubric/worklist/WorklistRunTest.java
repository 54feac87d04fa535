package uk.rubric.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.worklist.Example.diagnosed;
import static uk.rubric.worklist.Example.event;
import static uk.rubric.worklist.Example.gap;
import static uk.rubric.worklist.Example.patient;
import static uk.rubric.worklist.Example.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.payment.Gain;
import uk.rubric.plan.Mode;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.ActEntry;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.PracticeWork;
import uk.rubric.worklist.Worklist.Standing;

class WorklistRunTest {
  private static final String LONG_AGO = "2015-01-01";

  private static Act act(Worklist list, String indicator) {
    return gap(list, "P1", indicator).flatMap(Gap::act).orElseThrow();
  }

  @Test
  void namesTheValueThatAchievesAndTheConditionsThatFail() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO), event("2021-06-01", Example.TEST, "64")));
    Gap gap = gap(list, "P1", "CONTROL").orElseThrow();
    assertThat(gap.standing()).isEqualTo(Standing.NOT_ACHIEVED);
    assertThat(gap.missing()).containsExactly("T_VAL <= 58");
    ActEntry entry = gap.act().orElseThrow().entries().get(0);
    assertThat(entry.clusters()).containsExactly("T_COD");
    assertThat(entry.accepts()).isEqualTo("at most 58");
    assertThat(entry.value()).hasValue(new BigDecimal("58"));
    assertThat(entry.unit().text()).isEqualTo("mmol/mol");
    assertThat(gap.act().orElseThrow().by()).isEqualTo(Example.END);
  }

  @Test
  void findsTheDeadlineOfAnActThatMustFollowADiagnosis() {
    Worklist list = Example.list(patient("P1", diagnosed("2021-12-15")));
    assertThat(act(list, "REFERRED").by()).isEqualTo(LocalDate.of(2022, 2, 13));
    assertThat(work(list, "P1").orElseThrow().actBy()).hasValue(LocalDate.of(2022, 2, 13));
  }

  @Test
  void saysThatNoActIsFoundWhenItIsTooLateAndNeverSuggestsADiagnosis() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO)));
    assertThat(gap(list, "P1", "REFERRED").orElseThrow().act()).isEmpty();
    assertThat(gap(list, "P1", "REFERRED").orElseThrow().gain()).isEmpty();
    assertThat(gap(list, "P1", "DIAGNOSED").orElseThrow().act()).isEmpty();
  }

  @Test
  void putsTwoEntriesTogetherWhereOneDoesNotDo() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO)));
    List<ActEntry> entries = act(list, "PRESSURE").entries();
    assertThat(entries).extracting(ActEntry::accepts).containsExactlyInAnyOrder("below 140", "at most 80");
  }

  @Test
  void leavesOutOfSeveralEntriesWhatIsThere() {
    Worklist all = Example.list(patient("P1", diagnosed(LONG_AGO)));
    assertThat(act(all, "PROCESSES").entries()).hasSize(4);
    Worklist some = Example.list(patient("P1", diagnosed(LONG_AGO), event("2021-06-01", Example.TEST, null)));
    assertThat(act(some, "PROCESSES").entries()).hasSize(3);
  }

  @Test
  void findsADayBeforeWhichAnActMustBeDone() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO)));
    assertThat(act(list, "WINDOW").by()).isEqualTo(Example.END.minusDays(21));
  }

  @Test
  void findsAValueBetweenTwoLimits() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO)));
    assertThat(act(list, "RANGE").entries().get(0).accepts()).isEqualTo("such as 25");
  }

  @Test
  void tellsWhoAchievesTodayAndNotAtTheEnd() {
    Worklist list = Example.list(
        patient("P1", diagnosed(LONG_AGO), event("2021-02-01", Example.TEST, "50")),
        patient("P2", diagnosed(LONG_AGO), event("2020-02-01", Example.TEST, "50")));
    assertThat(gap(list, "P1", "CONTROL").orElseThrow().willExpire()).isTrue();
    assertThat(gap(list, "P2", "CONTROL").orElseThrow().willExpire()).isFalse();
    assertThat(list.practices().get(0).indicators().get(0).willExpire()).isEqualTo(1);
  }

  @Test
  void listsTheExceptedWhoCanBeSeenAndNeverTheExcludedTheDeadOrTheLeft() {
    PatientRecord dead = patient("P3", diagnosed(LONG_AGO));
    PatientRecord left = patient("P4", diagnosed(LONG_AGO));
    Worklist list = Example.list(
        patient("P1", diagnosed(LONG_AGO), event("2021-06-01", Example.UNSUITABLE, null)),
        patient("P2", diagnosed(LONG_AGO), event("2021-06-01", Example.FRAILTY, null)),
        new PatientRecord(dead.practice(), "P3", dead.born(), Optional.of(LocalDate.of(2022, 1, 2)),
            dead.registrations(), dead.events()),
        new PatientRecord(left.practice(), "P4", left.born(), Optional.empty(), List.of(), left.events()));
    Gap excepted = gap(list, "P1", "CONTROL").orElseThrow();
    assertThat(excepted.standing()).isEqualTo(Standing.EXCEPTED);
    assertThat(excepted.rejection().orElseThrow().reason().name()).isEqualTo("PU");
    assertThat(excepted.act()).isPresent();
    assertThat(gap(list, "P2", "CONTROL")).isEmpty();
    assertThat(work(list, "P3")).isEmpty();
    assertThat(work(list, "P4")).isEmpty();
    assertThat(list.practices().get(0).died()).isEqualTo(1);
  }

  @Test
  void nothingAfterTheAchievementDateIsUsed() {
    Worklist list = Example.list(patient("P1", diagnosed(LONG_AGO), event("2022-02-01", Example.TEST, "50")));
    assertThat(gap(list, "P1", "CONTROL")).isPresent();
  }

  /** Ten of the register, of whom four have achieved CONTROL and one is excepted there. */
  private static List<PatientRecord> ten() {
    List<PatientRecord> records = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      records.add(i < 4
          ? patient("P" + i, diagnosed(LONG_AGO), event("2021-06-01", Example.TEST, "50"))
          : patient("P" + i, diagnosed(LONG_AGO)));
    }
    records.set(9, patient("P9", diagnosed("2021-12-15")));
    records.set(8, patient("P8", diagnosed(LONG_AGO), event("2021-06-01", Example.UNSUITABLE, null)));
    return records;
  }

  @Test
  void valuesEachGapAndTheWholeRowAndRanksByIt() {
    PracticeWork practice = Example.list(Example.run(Choice.ALL), ten()).practices().get(0);
    PatientWork first = practice.patients().get(0);
    assertThat(first.rank()).isEqualTo(1);
    assertThat(first.patientId()).isEqualTo("P9");
    // From 4 of 9 (one is excepted) to 5 of 9: (1/9) / 0.4 of ten points. The lower threshold of REFERRED is 10 %,
    // which 1 of 10 reaches and does not pass.
    Gain control = first.gaps().get(0).gain().orElseThrow();
    assertThat(control.points().orElseThrow().bigDecimalValue(4, java.math.RoundingMode.HALF_UP)).isEqualTo("2.7778");
    assertThat(control.pounds()).hasValue(new BigDecimal("27.78"));
    Gain referred = first.gaps().stream().filter(g -> g.indicator().equals("REFERRED")).findFirst().orElseThrow()
        .gain().orElseThrow();
    assertThat(referred.pounds().orElseThrow()).isEqualByComparingTo("0");
    assertThat(referred.nothing()).hasValue(Gain.Nothing.BELOW_LOWER);
    assertThat(first.gain().orElseThrow().pounds()).hasValue(new BigDecimal("27.78"));
    assertThat(practice.patients()).extracting(p -> p.gain().flatMap(Gain::pounds).orElse(BigDecimal.ZERO))
        .isSortedAccordingTo(java.util.Comparator.<BigDecimal>naturalOrder().reversed());
  }

  @Test
  void anExceptedAchieverComesIntoDenominatorAndNumerator() {
    Worklist list = Example.list(Example.run(Choice.ALL), ten());
    // From 4 of 9 to 5 of 10: (0.5 - 4/9) / 0.4 of ten points.
    assertThat(gap(list, "P8", "CONTROL").orElseThrow().gain().orElseThrow().pounds())
        .hasValue(new BigDecimal("13.89"));
  }

  @Test
  void choosesIndicatorPracticeLimitAndTheExcepted() {
    Choice control = new Choice(
        Optional.empty(), Optional.of("CONTROL"), Optional.of("A81001"), false, OptionalInt.of(2));
    PracticeWork practice = Example.list(Example.run(control), ten()).practices().get(0);
    assertThat(practice.patients()).hasSize(2).allSatisfy(p -> assertThat(p.gaps()).hasSize(1));
    assertThat(practice.unlisted()).isEqualTo(4);
    Choice excepted = new Choice(Optional.empty(), Optional.empty(), Optional.empty(), true, OptionalInt.empty());
    assertThat(Example.list(Example.run(excepted), ten()).practices().get(0).patients())
        .extracting(PatientWork::patientId).containsExactly("P8");
    Choice other = new Choice(
        Optional.empty(), Optional.empty(), Optional.of("B81001"), false, OptionalInt.empty());
    assertThat(Example.list(Example.run(other), ten()).practices()).isEmpty();
  }

  @Test
  void actsAreTriedFromALaterDayOnWhenOneIsGiven() {
    Choice later = new Choice(
        Optional.of(LocalDate.of(2022, 2, 14)), Optional.empty(), Optional.empty(), false, OptionalInt.empty());
    Worklist list = Example.list(Example.run(later), List.of(patient("P1", diagnosed("2021-12-15"))));
    assertThat(gap(list, "P1", "REFERRED").orElseThrow().act()).isEmpty();
  }

  @Test
  void aRollingPeriodEndsOnTheAchievementDate() {
    WorklistRun run = new WorklistRun(
        Example.plan(Example.AS_AT, Mode.ROLLING), ReferenceEvaluator::new, 1, Choice.ALL);
    Worklist list = Example.list(run, List.of(patient("P1", diagnosed(LONG_AGO))));
    assertThat(list.to()).isEqualTo(Example.AS_AT);
    assertThat(act(list, "CONTROL").by()).isEqualTo(Example.AS_AT);
  }

  @Test
  void threadsAndEvaluatorsMakeNoDifference() {
    List<PatientRecord> many = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      many.add(i % 3 == 0 ? patient("P" + i, diagnosed("2021-12-15")) : patient("P" + i));
    }
    Choice few = new Choice(
        Optional.empty(), Optional.of("REFERRED"), Optional.empty(), false, OptionalInt.empty());
    List<PracticeWork> expected = Example.list(
        new WorklistRun(Example.plan(Example.AS_AT, Mode.YEAR_END), ReferenceEvaluator::new, 1, few), many).practices();
    List<PracticeWork> threads = Example.list(
        new WorklistRun(Example.plan(Example.AS_AT, Mode.YEAR_END), DroolsEvaluator::new, 3, few), many).practices();
    assertThat(threads).isEqualTo(expected);
    assertThat(expected.get(0).patients()).hasSize(834);
  }
}
