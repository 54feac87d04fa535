package uk.rubric.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.value.SctId;
import uk.rubric.worklist.Example.Reference;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.Gap;

/** The last day of an act, held against the reference evaluator day by day. */
class ActByProperties {
  private static final Reference REFERENCE = new Reference();
  private static final WorklistRun RUN = Example.run(Choice.ALL);
  private static final List<String> INDICATORS =
      List.of("CONTROL", "REFERRED", "PRESSURE", "DIAGNOSED", "PROCESSES", "WINDOW", "RANGE");
  private static final List<Optional<String>> VALUES =
      List.of(Optional.empty(), Optional.of("25"), Optional.of("58"), Optional.of("80"), Optional.of("139"));

  @Property(tries = 150)
  void theActAchievesOnItsLastDayAndOnNoDayAfter(@ForAll("patients") PatientRecord patient) {
    PatientRecord known = known(patient);
    for (Gap gap : gaps(patient)) {
      gap.act().ifPresent(act -> {
        assertThat(act.by()).isBetween(Example.AS_AT, Example.END);
        assertThat(REFERENCE.achieves(REFERENCE.with(known, act, act.by()), gap.indicator())).isTrue();
        for (LocalDate day = act.by().plusDays(1); !day.isAfter(Example.END); day = day.plusDays(1)) {
          assertThat(REFERENCE.achieves(REFERENCE.with(known, act, day), gap.indicator())).isFalse();
        }
      });
    }
  }

  @Property(tries = 40)
  void whereNoActIsFoundNoSingleOneAchievesOnAnyDay(@ForAll("patients") PatientRecord patient) {
    PatientRecord known = known(patient);
    // A diagnosis is no act.
    List<Gap> without = gaps(patient).stream()
        .filter(gap -> gap.act().isEmpty() && !gap.indicator().equals("DIAGNOSED")).toList();
    for (Gap gap : without) {
      for (LocalDate day = Example.AS_AT; !day.isAfter(Example.END); day = day.plusDays(1)) {
        assertThat(achievedBySingles(known, gap.indicator(), day)).isFalse();
      }
    }
  }

  private static boolean achievedBySingles(PatientRecord patient, String indicator, LocalDate day) {
    for (long code : new long[] {Example.TEST, Example.SYSTOLIC, Example.DIASTOLIC, Example.REFERRAL}) {
      for (Optional<String> value : VALUES) {
        if (REFERENCE.achieves(REFERENCE.with(patient, code, value, day), indicator)) {
          return true;
        }
      }
    }
    return false;
  }

  @Property(tries = 150)
  void whoIsListedIsInTheDenominatorAndHasNotAchievedOrComesIntoBoth(@ForAll("patients") PatientRecord patient) {
    PatientRecord known = known(patient);
    List<Gap> gaps = gaps(patient);
    for (String indicator : INDICATORS) {
      boolean denominator = REFERENCE.selects(known, REFERENCE.output(indicator).denominator().getAsInt());
      boolean achieved = REFERENCE.achieves(known, indicator);
      Optional<Gap> gap = gaps.stream().filter(g -> g.indicator().equals(indicator)).findFirst();
      assertThat(gap.filter(g -> g.standing() == Worklist.Standing.NOT_ACHIEVED).isPresent())
          .isEqualTo(denominator && !achieved);
      gap.filter(g -> g.standing() == Worklist.Standing.EXCEPTED).ifPresent(excepted -> {
        Act act = excepted.act().orElseThrow();
        assertThat(denominator).isFalse();
        assertThat(REFERENCE.selects(REFERENCE.with(known, act, act.by()),
            REFERENCE.output(indicator).denominator().getAsInt())).isTrue();
      });
    }
  }

  /** The search decides by a plan of the indicator alone. */
  @Property(tries = 150)
  void theIndicatorAloneIsDecidedAsWithAllOthers(@ForAll("patients") PatientRecord patient) {
    Plan whole = Example.plan(Example.END, Mode.YEAR_END);
    for (Output output : whole.outputs()) {
      if (!output.register()) {
        Plan only = whole.only(output);
        Output own = only.outputs().get(0);
        for (boolean denominator : new boolean[] {true, false}) {
          int there = (denominator ? output.denominator() : output.numerator()).getAsInt();
          int here = (denominator ? own.denominator() : own.numerator()).getAsInt();
          assertThat(new ReferenceEvaluator(only).evaluate(List.of(patient)).get(0).branch(here))
              .isEqualTo(new ReferenceEvaluator(whole).evaluate(List.of(patient)).get(0).branch(there));
        }
      }
    }
  }

  private static List<Gap> gaps(PatientRecord patient) {
    Worklist list = Example.list(RUN, List.of(patient));
    return Example.work(list, patient.patientId()).map(Worklist.PatientWork::gaps).orElse(List.of());
  }

  /** Without what is recorded after the achievement date. */
  private static PatientRecord known(PatientRecord patient) {
    return Example.of(patient,
        patient.events().stream().filter(event -> !event.date().isAfter(Example.AS_AT)).toList());
  }

  @Provide
  Arbitrary<PatientRecord> patients() {
    Long[] codes = new Long[Example.CODES.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Example.CODES[i];
    }
    Arbitrary<LocalDate> dates = Combinators.combine(
            Arbitraries.of(LocalDate.of(2021, 3, 31), LocalDate.of(2021, 10, 1), LocalDate.of(2021, 12, 1),
                LocalDate.of(2022, 1, 10), LocalDate.of(2022, 2, 1)),
            Arbitraries.of(-30, -1, 0, 1, 7))
        .as((edge, days) -> edge.plusDays(days));
    Arbitrary<Optional<BigDecimal>> values =
        Arbitraries.of("20", "25", "58", "59", "80", "81", "139", "140").map(BigDecimal::new).optional(0.8);
    Arbitrary<Event> events = Combinators.combine(dates, Arbitraries.of(codes), values)
        .as((date, code, value) -> new Event(date, new SctId(code), value, Optional.empty(), 0));
    return Combinators.combine(dates, events.list().ofMaxSize(8)).as((diagnosis, some) -> {
      List<Event> all = new ArrayList<>(some);
      all.add(Example.diagnosed(diagnosis.toString()));
      return Example.patient("P1", all.toArray(Event[]::new));
    });
  }
}
