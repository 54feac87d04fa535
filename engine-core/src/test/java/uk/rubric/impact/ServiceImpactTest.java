package uk.rubric.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.rubric.impact.ServiceImpact.Cell;
import uk.rubric.impact.ServiceImpact.Fate;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.Matrix;
import uk.rubric.impact.ServiceImpact.Move;
import uk.rubric.impact.ServiceImpact.TermChange;
import uk.rubric.impact.ServiceImpact.TermKind;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.ServiceResult;
import uk.rubric.run.CouldNotRun;

/** The same patients under two services: who moves, by which rule, and what it pays. */
class ServiceImpactTest {
  private static final List<PatientRecord> PATIENTS = TwoVersions.patients(7, 900);
  private static final String OLD = TwoVersions.OLD;
  private static final String STRICTER = OLD.replace("T_VAL <= 58", "T_VAL <= 53");
  private static final String OTHER_REGISTER =
      OLD.replace("{ 1: if A_DAT is recorded then select else reject }\n  indicator X001",
          "{ 1: if A_DAT is recorded and D_DAT is not recorded then select else reject }\n  indicator X001");
  private static final String OTHER_ENTRIES =
      OLD.replace("all T_COD where date from QSSD to ACHV_DAT", "all T_COD where date from QSSD + 3 months to ACHV_DAT")
          .replace("PPED - 6 months then select", "PPED - 3 months then select");
  private static final String RICHER =
      OLD.replace("POINT = £10", "POINT = £12").replace("X001: 10 from 10% to 80%", "X001: 14 from 20% to 80%");
  private static final List<String> VERSIONS =
      List.of(OLD, STRICTER, OTHER_REGISTER, OTHER_ENTRIES, RICHER, STRICTER.replace("£10", "£9"));

  private static ServiceImpact impact(String fresh) {
    return TwoVersions.of(OLD, fresh).impact(PATIENTS, 1, Map.of());
  }

  private static ItemImpact item(ServiceImpact impact, String id) {
    return impact.items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  private static Optional<TermChange> term(ServiceImpact impact, TermKind kind) {
    return impact.terms().stream().filter(change -> change.kind() == kind).findFirst();
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.of(VERSIONS);
  }

  /** The sums of a matrix's rows are what the old run counts, those of its columns what the new one does. */
  @Property(tries = 40)
  void marginsAreTheSingleRuns(
      @ForAll("versions") String old, @ForAll("versions") String fresh, @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    List<PatientRecord> patients = TwoVersions.patients(seed, 120);
    TwoVersions both = TwoVersions.of(old, fresh);
    ServiceImpact impact = both.impact(patients, threads, Map.of());

    for (ItemImpact item : impact.items()) {
      Matrix matrix = item.matrices().get(0);
      assertThat(margin(matrix, Cell::old)).as("old " + item.id()).isEqualTo(counts(both.old, item.id(), patients));
      assertThat(margin(matrix, Cell::fresh)).as("new " + item.id())
          .isEqualTo(counts(both.fresh, item.id(), patients));
      assertThat(matrix.moves().stream().mapToLong(Move::count).sum()).isEqualTo(
          matrix.cells().stream().filter(cell -> !cell.old().equals(cell.fresh())).mapToLong(Cell::count).sum());
    }
  }

  /** Of those who are in the population: what a run counts does not tell of others. */
  private static Map<String, Long> margin(Matrix matrix, Function<Cell, String> side) {
    return matrix.cells().stream()
        .filter(cell -> !List.of("not-in-population", "no-entry").contains(side.apply(cell)))
        .collect(Collectors.groupingBy(side, Collectors.summingLong(Cell::count)));
  }

  private static Map<String, Long> counts(Plan plan, String id, List<PatientRecord> patients) {
    Map<String, Long> counts = new HashMap<>();
    TwoVersions.alone(plan, patients).practices().stream().map(ServiceResult.PracticeResult::counts)
        .forEach(practice -> {
      practice.registers().stream().filter(r -> r.id().equals(id)).forEach(r -> add(counts, "selected", r.count()));
      practice.indicators().stream().filter(i -> i.id().equals(id)).forEach(i -> add(counts, i));
      practice.classes().forEach((label, count) -> {
        if (label.classification().name().equals(id)) {
          add(counts, "given " + label.label(), count);
        }
      });
    });
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static void add(Map<String, Long> counts, IndicatorCount indicator) {
    if (indicator.fraction().isEmpty()) {
      add(counts, "selected", indicator.population());
      return;
    }
    Fraction fraction = indicator.fraction().get();
    add(counts, "achieved", fraction.numerator());
    add(counts, "not-achieved", fraction.denominator() - fraction.numerator());
    for (Rejected rejected : fraction.rejected()) {
      add(counts, rejected.reason().kindWord(), rejected.count());
    }
  }

  private static void add(Map<String, Long> counts, String state, long count) {
    counts.merge(state, count, Long::sum);
  }

  @Property(tries = 20)
  void bothSidesAreTheResultsOfSingleRunsAndStepsAddUp(@ForAll("versions") String old, @ForAll("versions") String fresh) {
    TwoVersions both = TwoVersions.of(old, fresh);
    ServiceImpact one = both.impact(PATIENTS, 1, Map.of());
    ServiceImpact three = both.impact(PATIENTS, 3, Map.of());

    assertThat(three.items()).isEqualTo(one.items());
    assertThat(three.practices()).isEqualTo(one.practices());
    assertThat(three.terms()).isEqualTo(one.terms());
    assertThat(one.practices()).allSatisfy(p -> assertThat(p.pounds().byMoney().get().add(p.pounds().byRules().get()))
        .isEqualByComparingTo(p.pounds().change().get()));
    assertThat(one.total().fresh().get()).isEqualByComparingTo(
        one.practices().stream().map(p -> p.pounds().fresh().get()).reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(one.payments().stream().map(p -> p.pounds().byMoney().get()).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(one.total().byMoney().get());
  }

  @Test
  void theSameRulesMoveNobodyAndNothing() {
    ServiceImpact impact = impact(OLD);

    assertThat(impact.moved()).isZero();
    assertThat(impact.total().change()).hasValueSatisfying(pounds -> assertThat(pounds).isZero());
    assertThat(impact.terms()).isEmpty();
    assertThat(impact.countedAnew()).isEmpty();
    assertThat(impact.total().old().get()).isPositive();
  }

  @Test
  void oneChangedRuleMovesByThatRuleAndNoPoundByMoney() {
    ServiceImpact impact = impact(STRICTER);

    Matrix matrix = item(impact, "X001").matrices().get(0);
    assertThat(matrix.moves()).isNotEmpty().allSatisfy(move -> {
      assertThat(move.old().word()).isEqualTo("achieved");
      assertThat(move.old().by().get().text()).isEqualTo("numerator rule 1");
    });
    assertThat(matrix.moves()).extracting(move -> move.fresh().by().get().text())
        .contains("numerator rule 1", "denominator rule 3, DECLINED");
    assertThat(matrix.moves()).extracting(Move::count).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(item(impact, "X002").moved()).isZero();
    assertThat(impact.total().byMoney().get()).isZero();
    assertThat(impact.total().byRules().get()).isNegative();
    assertThat(impact.moved()).isEqualTo(matrix.moved());
  }

  @Test
  void moneyAloneMovesNobody() {
    ServiceImpact impact = impact(RICHER);

    assertThat(impact.moved()).isZero();
    assertThat(impact.total().byRules().get()).isZero();
    assertThat(impact.total().byMoney().get()).isPositive();
    assertThat(term(impact, TermKind.PARAMETER).get().text()).isEqualTo("10 → 12");
    assertThat(term(impact, TermKind.POINTS).get().text()).isEqualTo("10 → 14");
    assertThat(term(impact, TermKind.THRESHOLDS_RAISED).get().text()).isEqualTo("10% to 80% → 20% to 80%");
    assertThat(term(impact, TermKind.THRESHOLDS_RAISED).get().alone().get()).isNegative();
  }

  /** A change that stands alone in a contract makes, alone, exactly what the contract makes. */
  @Test
  void oneChangeAloneMakesTheWholeStep() {
    for (String fresh : List.of(OLD.replace("£10", "£11.37"), OLD.replace("X001: 10", "X001: 13"),
        OLD.replace("from 10% to 80%", "from 30% to 70%"))) {
      ServiceImpact impact = impact(fresh);
      assertThat(impact.terms()).hasSize(1);
      assertThat(impact.terms().get(0).alone().get()).isEqualByComparingTo(impact.total().byMoney().get())
          .isNotZero();
    }
  }

  @Test
  void whatRetiredIsNewRenamedOrMergedIsSaidWithItsPounds() {
    String fresh = OLD.replace("X002", "Y002").replace("X001: 10", "X001: 9");
    ServiceImpact asIs = impact(fresh);
    assertThat(item(asIs, "X002").fate()).isEqualTo(Fate.RETIRED);
    assertThat(item(asIs, "Y002").fate()).isEqualTo(Fate.ADDED);
    assertThat(asIs.countedAnew()).containsExactly("Y002");
    assertThat(term(asIs, TermKind.RETIRED).get().alone().get()).isNegative()
        .isEqualByComparingTo(item(asIs, "X002").pounds().get().change().get());

    ServiceImpact renamed = TwoVersions.of(OLD, fresh).impact(PATIENTS, 1, Map.of("X002", "Y002"));
    assertThat(item(renamed, "Y002").fate()).isEqualTo(Fate.RENAMED);
    assertThat(item(renamed, "Y002").moved()).isZero();
    assertThat(item(renamed, "Y002").pounds().get().change().get()).isZero();
    assertThat(renamed.countedAnew()).isEmpty();

    ServiceImpact merged = TwoVersions.of(OLD, fresh).impact(PATIENTS, 1, Map.of("X002", "Y002", "X001", "Y002"));
    assertThat(item(merged, "Y002").fate()).isEqualTo(Fate.MERGED);
    assertThat(item(merged, "Y002").matrices()).extracting(Matrix::oldId).containsExactly("X001", "X002");
  }

  @Test
  void aNameThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> TwoVersions.of(OLD, OLD).impact(PATIENTS, 1, Map.of("X009", "X001")))
        .isInstanceOfSatisfying(CouldNotRun.class, stop ->
            assertThat(stop.diagnostics().get(0).message())
            .contains("the old rules have no register or indicator `X009`"));
  }

  @Test
  void everyMoverIsListedOnceWithBothRules() {
    TwoVersions both = TwoVersions.of(OLD, STRICTER);
    Pairing pairing = Pairing.of(both.old, both.fresh, Map.of());
    var one = both.counted(PATIENTS, 1, pairing);
    var three = both.counted(PATIENTS, 3, pairing);

    assertThat(one.observer().movers()).hasSize((int) item(both.impact(pairing, one), "X001").moved())
        .isEqualTo(three.observer().movers());
  }

  @Test
  void codesThatOnlyOneSideHasAreCounted() {
    ServiceImpact impact = impact(OLD.replace("{ 73211009 |Diagnosis| }", "{ 44054006 |Other| }"));

    long withOld = PATIENTS.stream().filter(p -> p.events().stream().anyMatch(e -> e.code().value() == 73211009))
        .count();
    assertThat(impact.codes()).hasSize(2).anySatisfy(code -> {
      assertThat(code.code()).isEqualTo(73211009);
      assertThat(code.added()).isFalse();
      assertThat(code.patients()).isEqualTo(withOld);
      assertThat(code.moved()).isPositive().isLessThanOrEqualTo(withOld);
    });
  }
}
