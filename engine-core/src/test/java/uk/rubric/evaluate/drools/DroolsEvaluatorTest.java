package uk.rubric.evaluate.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.rubric.evaluate.SmallPlan.A;
import static uk.rubric.evaluate.SmallPlan.B;
import static uk.rubric.evaluate.SmallPlan.event;
import static uk.rubric.evaluate.SmallPlan.next;
import static uk.rubric.evaluate.SmallPlan.notRecorded;
import static uk.rubric.evaluate.SmallPlan.patient;
import static uk.rubric.evaluate.SmallPlan.recorded;
import static uk.rubric.evaluate.SmallPlan.reject;
import static uk.rubric.evaluate.SmallPlan.rule;
import static uk.rubric.evaluate.SmallPlan.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.SmallPlan;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.value.Unit;

class DroolsEvaluatorTest {
  private static final PatientRecord NEITHER = patient("1960-01-01");
  private static final PatientRecord ONLY_A = patient("1960-01-01", event("2021-05-01", A));
  private static final PatientRecord ONLY_B = patient("1960-01-01", event("2021-05-01", B));
  private static final PatientRecord BOTH =
      patient("1960-01-01", event("2021-05-01", A), event("2021-06-01", B));
  private static final List<PatientRecord> ALL = List.of(NEITHER, ONLY_A, ONLY_B, BOTH);

  private static SmallPlan aAndB() {
    return new SmallPlan().cluster("A_COD", A).cluster("B_COD", B).latest("A_DAT", "A_COD").latest("B_DAT", "B_COD");
  }

  private static List<String> outcomes(SmallPlan plan, List<PatientRecord> patients) {
    List<PatientOutcome> outcomes = new DroolsEvaluator(plan.plan()).evaluate(patients);
    assertThat(new DroolsEvaluator(plan.plan(), Way.SESSION).evaluate(patients)).isEqualTo(outcomes);
    return outcomes.stream().map(PatientOutcome::toString).toList();
  }

  @Test
  void takesTheFirstTerminalAction() {
    SmallPlan plan = aAndB().ladder("G",
        rule(1, recorded("A_DAT"), reject(), next()),
        rule(2, recorded("B_DAT"), select(), next()),
        rule(3, reject()));
    assertThat(outcomes(plan, ALL)).containsExactly("[5]", "[1]", "[3]", "[1]");
  }

  @Test
  void passesOnTrueOrOnFalse() {
    SmallPlan plan = aAndB().ladder("G",
        rule(1, recorded("A_DAT"), next(), reject()),
        rule(2, recorded("B_DAT"), select(), reject()));
    assertThat(outcomes(plan, ALL)).containsExactly("[2]", "[4]", "[2]", "[3]");
  }

  @Test
  void asksNothingOfARuleThatAlwaysLeadsOn() {
    SmallPlan plan = aAndB().ladder("G",
        rule(1, next()),
        rule(4, recorded("A_DAT"), next(), next()),
        rule(9, recorded("B_DAT"), select(), reject()));
    assertThat(outcomes(plan, ALL)).containsExactly("[6]", "[6]", "[5]", "[5]");
  }

  @Test
  void asksALadderOnlyOfThoseItsPopulationSelects() {
    SmallPlan plan = aAndB()
        .ladder("G", rule(1, recorded("A_DAT"), select(), reject()))
        .ladder("H", OptionalInt.of(0), rule(1, recorded("B_DAT"), select(), reject()))
        .ladder("I", OptionalInt.of(1), rule(1, select()))
        .ladder("J", OptionalInt.of(1), rule(1, reject()))
        .ladder("K", rule(1, recorded("B_DAT"), select(), reject()))
        .ladder("L", OptionalInt.of(4), rule(1, notRecorded("A_DAT"), select(), reject()));
    assertThat(outcomes(plan, ALL)).containsExactly(
        "[2, 0, 0, 0, 2, 0]", "[1, 2, 0, 0, 2, 0]", "[2, 0, 0, 0, 1, 1]", "[1, 1, 1, 1, 1, 2]");
  }

  @Test
  void tellsFieldsOfOneNameApartByTheirRuleSet() {
    SmallPlan plan = aAndB();
    FieldId other = new FieldId("OTHER", "A_DAT", false);
    plan.field(other, CheckedField.Type.DATE, Unit.NONE,
        new FieldDefinition.Pick(true, plan.source("B_COD"), Optional.empty()));
    Condition otherRecorded = SmallPlan.present(new Operand.Field(other));
    plan.ladder("G", rule(1, recorded("A_DAT"), select(), reject()))
        .ladder("H", rule(1, otherRecorded, select(), reject()));
    assertThat(outcomes(plan, ALL)).containsExactly("[2, 2]", "[1, 2]", "[2, 1]", "[1, 1]");
  }

  @Test
  void keepsTheOrderOfPatientsAcrossBatches() {
    List<PatientRecord> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(ALL.get(i % 4));
    }
    List<String> four = outcomes(chained(), ALL);
    List<String> all = outcomes(chained(), many);
    assertThat(all).hasSize(2_500);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).as("patient %d", i).isEqualTo(four.get(i % 4));
    }
  }

  private static SmallPlan chained() {
    return aAndB()
        .ladder("G", rule(1, recorded("A_DAT"), select(), reject()))
        .ladder("H", OptionalInt.of(0), rule(1, recorded("B_DAT"), select(), reject()));
  }

  @Test
  void answersNobodyWithNothing() {
    assertThat(new DroolsEvaluator(chained().plan()).evaluate(List.of())).isEmpty();
  }

  @Test
  void answersAPlanWithoutLadders() {
    assertThat(outcomes(aAndB(), ALL)).containsExactly("[]", "[]", "[]", "[]");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void servesManyThreadsAtOnce(Way way) throws Exception {
    DroolsEvaluator evaluator = new DroolsEvaluator(chained().plan(), way);
    List<PatientOutcome> expected = evaluator.evaluate(ALL);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<List<PatientOutcome>> call = () -> evaluator.evaluate(ALL);
      for (Future<List<PatientOutcome>> done : threads.invokeAll(java.util.Collections.nCopies(200, call))) {
        assertThat(done.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void namesTheLadderThatDoesNotDecide(Way way) {
    Plan plan = chained().plan();
    DroolsEvaluator broken = new DroolsEvaluator(plan, way, rules -> rules.subList(0, rules.size() - 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> broken.evaluate(ALL))
        .withMessage("the group ladder of R H did not decide");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void namesTheLadderThatDecidesTwice(Way way) {
    Plan plan = chained().plan();
    DroolsEvaluator broken = new DroolsEvaluator(plan, way, rules -> {
      BranchRule first = rules.get(0);
      List<BranchRule> changed = new ArrayList<>(rules);
      changed.set(0, first.withConstraints(first.constraints().subList(0, 1)));
      return changed;
    });
    assertThatIllegalStateException()
        .isThrownBy(() -> broken.evaluate(ALL))
        .withMessage("the group ladder of R G decided twice");
  }
}
