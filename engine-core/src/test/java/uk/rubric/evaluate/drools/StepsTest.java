package uk.rubric.evaluate.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.rubric.evaluate.SmallPlan.patient;
import static uk.rubric.evaluate.SmallPlan.reject;
import static uk.rubric.evaluate.SmallPlan.rule;
import static uk.rubric.evaluate.SmallPlan.select;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.rubric.evaluate.SmallPlan;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.patient.PatientBatch;
import uk.rubric.plan.Plan;

class StepsTest {
  private static final int SELECT = 1;
  private static final Plan PLAN =
      new SmallPlan()
          .ladder("G", rule(1, select()))
          .ladder("H", OptionalInt.of(0), rule(1, select()))
          .ladder("I", OptionalInt.of(1), rule(1, reject()))
          .ladder("J", OptionalInt.of(0), rule(1, reject()))
          .ladder("K", rule(1, reject()))
          .ladder("L", OptionalInt.of(4), rule(1, select()))
          .plan();

  private final Steps steps = new Steps(PLAN);
  private final FieldRow row = row();

  private static FieldRow row() {
    FieldReader reader = new FieldExtractor(PLAN).reader();
    FieldRow row = reader.newRow();
    reader.read(PatientBatch.of(List.of(patient("1960-01-01"))), 0, row);
    return row;
  }

  private void decideAll() {
    for (int ladder : new int[] {0, 1, 2, 3, 4}) {
      row.decide(ladder, SELECT);
    }
  }

  @Test
  void asksTheLaddersOfAPopulationTogetherAndAfterIt() {
    assertThat(steps.count()).isEqualTo(4);
    assertThat(List.of(0, 1, 2, 3, 4, 5)).map(steps::stepOf).containsExactly(0, 1, 3, 1, 0, 2);
  }

  @Test
  void asksThoseWhomTheParentSelects() {
    assertThat(steps.isAsked(0, row)).isTrue();
    assertThat(steps.isAsked(1, row)).isFalse();
    decideAll();
    assertThat(List.of(0, 1, 2, 3)).map(step -> steps.isAsked(step, row)).containsExactly(true, true, false, true);
  }

  @Test
  void isContentWhenAllWhoAreAskedHaveDecidedOnce() {
    decideAll();
    assertThatCode(() -> steps.requireDecided(Steps.PATIENTS, row)).doesNotThrowAnyException();
  }

  @Test
  void namesTheLadderThatDidNotDecide() {
    row.decide(0, SELECT);
    row.decide(4, SELECT);
    row.decide(1, SELECT);
    row.decide(2, SELECT);
    assertFault("the group ladder of R J did not decide");
  }

  @Test
  void namesTheLadderThatDecidedTwiceEvenAlike() {
    decideAll();
    row.decide(3, SELECT);
    assertFault("the group ladder of R J decided twice");
  }

  @Test
  void namesTheLadderThatDecidedUnasked() {
    decideAll();
    row.decide(5, SELECT);
    assertFault("the group ladder of R L decided unasked");
  }

  private void assertFault(String message) {
    assertThatIllegalStateException().isThrownBy(() -> steps.requireDecided(Steps.PATIENTS, row)).withMessage(message);
  }
}
