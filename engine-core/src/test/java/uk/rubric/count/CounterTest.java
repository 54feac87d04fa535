package uk.rubric.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeCounts.RegisterCount;

class CounterTest {
  private static final Plan PLAN = SmallPlan.of();

  private record Decided(PatientRecord patient, PatientOutcome outcome) {}

  private static Counter count(List<Decided> all) {
    Counter counter = new Counter(PLAN);
    all.forEach(d -> counter.add(d.patient(), d.outcome()));
    return counter;
  }

  private static Counter merged(Counter... parts) {
    Counter whole = new Counter(PLAN);
    List.of(parts).forEach(whole::merge);
    return whole;
  }

  private static Practice practice(String code) {
    return new Practice(code, Optional.empty(), OptionalLong.empty());
  }

  private static Decided decided(String id, boolean registered, int... branches) {
    return new Decided(SmallPlan.patient("A81001", id, registered), SmallPlan.outcome(branches));
  }

  @Test
  void countsEveryLadder() {
    Counter counter =
        count(
            List.of(
                decided("1", true, 1, 4, 3, 1, 1, 0), // selected throughout
                decided("2", true, 1, 4, 3, 2, 2, 0), // denominator, not numerator
                decided("3", true, 1, 4, 8, 2, 2, 0), // denominator by rule 10
                decided("4", true, 1, 4, 1, 0, 1, 0), // frail
                decided("5", true, 1, 4, 7, 0, 1, 0), // dissent
                decided("6", true, 1, 4, 7, 0, 1, 0), // dissent
                decided("7", true, 1, 3, 0, 0, 1, 0), // too young for the register
                decided("8", false, 2, 0, 0, 0, 1, 0))); // left the practice
    Fraction dm020 =
        new Fraction(3, 1, List.of(new Rejected(1, SmallPlan.FRAIL, 1), new Rejected(10, SmallPlan.DISSENT, 2)));
    Fraction everyone =
        new Fraction(0, 0, List.of(new Rejected(1, SmallPlan.FRAIL, 6), new Rejected(1, SmallPlan.DISSENT, 2)));
    assertThat(counter.counts(List.of()))
        .containsExactly(
            new PracticeCounts(
                "A81001",
                7,
                false,
                List.of(new RegisterCount("DM_REG", 6)),
                List.of(
                    new IndicatorCount("DM017", 6, Optional.empty()),
                    new IndicatorCount("DM020", 6, Optional.of(dm020)),
                    new IndicatorCount("ALL001", 8, Optional.of(everyone))),
                Map.of(new PopulationId("DM", "GMS"), 7L, new PopulationId("DM", "DM_REG"), 6L)));
  }

  @Test
  void reportsPracticesWithoutPatientsAndPatientsWithoutPractice() {
    Counter counter = count(List.of(decided("1", true, 2, 0, 0, 0, 1, 0)));
    List<PracticeCounts> counts = counter.counts(List.of(practice("C1"), practice("A0"), practice("B7")));
    assertThat(counts).extracting(PracticeCounts::practice).containsExactly("A0", "A81001", "B7", "C1");
    assertThat(counts).extracting(PracticeCounts::listSize).containsExactly(0L, 1L, 0L, 0L);
    assertThat(counts.get(0).indicators().get(1).fraction()).contains(new Fraction(0, 0, List.of()));
  }

  @Test
  void takesTheListSizeThatThePracticeStates() {
    Counter counter = count(List.of(decided("1", true, 2, 0, 0, 0, 1, 0)));
    PracticeCounts counts =
        counter.counts(List.of(new Practice("A81001", Optional.empty(), OptionalLong.of(6500)))).get(0);
    assertThat(counts.listSize()).isEqualTo(6500);
    assertThat(counts.listSizeStated()).isTrue();
  }

  @Test
  void refusesCountsOfAnotherPlan() {
    Counter counter = new Counter(PLAN);
    assertThatThrownBy(() -> counter.merge(new Counter(SmallPlan.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToReportAnEvaluatorThatLosesPatients() {
    Counter counter = count(List.of(decided("1", true, 1, 4, 0, 0, 1, 0)));
    assertThatThrownBy(() -> counter.counts(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DM020");
  }

  @Provide
  Arbitrary<List<Decided>> decided() {
    Arbitrary<PatientRecord> patients =
        Combinators.combine(Arbitraries.of("A1", "B2", "C3"), Arbitraries.of(true, false))
            .as((practice, registered) -> SmallPlan.patient(practice, "p", registered));
    Arbitrary<PatientOutcome> outcomes =
        Arbitraries.integers().between(0, 59).list().ofSize(6).map(SmallPlan::outcome);
    return Combinators.combine(patients, outcomes).as(Decided::new).list().ofMaxSize(40);
  }

  @Property(tries = 300)
  void reasonsPartitionThePopulation(@ForAll("decided") List<Decided> all) {
    for (PracticeCounts practice : count(all).counts(List.of())) {
      long register = practice.registers().get(0).count();
      assertThat(practice.indicators().get(0).population()).isEqualTo(register);
      for (IndicatorCount indicator : practice.indicators().subList(1, 3)) {
        Fraction fraction = indicator.fraction().orElseThrow();
        long rejected = fraction.rejected().stream().mapToLong(Rejected::count).sum();
        assertThat(fraction.denominator() + rejected).isEqualTo(indicator.population());
        assertThat(fraction.rejected()).allSatisfy(r -> assertThat(r.count()).isPositive());
        assertThat(fraction.rejected()).extracting(Rejected::rule).isSorted();
      }
    }
  }

  @Property(tries = 300)
  void orderNeverMatters(@ForAll("decided") List<Decided> all, @ForAll Random random) {
    List<Decided> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<Practice> practices = List.of(practice("B2"), practice("D4"));
    assertThat(count(shuffled).counts(practices)).isEqualTo(count(all).counts(practices));
  }

  @Property(tries = 300)
  void partsMergeInAnyOrder(
      @ForAll("decided") List<Decided> a, @ForAll("decided") List<Decided> b, @ForAll("decided") List<Decided> c) {
    List<Decided> all = new ArrayList<>(a);
    all.addAll(b);
    all.addAll(c);
    List<PracticeCounts> whole = count(all).counts(List.of());
    assertThat(merged(count(a), count(b), count(c)).counts(List.of())).isEqualTo(whole);
    assertThat(merged(count(c), count(b), count(a)).counts(List.of())).isEqualTo(whole);
    assertThat(merged(merged(count(a), count(b)), count(c)).counts(List.of())).isEqualTo(whole);
    assertThat(merged(count(a), merged(count(b), count(c))).counts(List.of())).isEqualTo(whole);
  }
}
