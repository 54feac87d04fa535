package uk.rubric.evaluate.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.evaluate.SmallPlan.A;
import static uk.rubric.evaluate.SmallPlan.all;
import static uk.rubric.evaluate.SmallPlan.any;
import static uk.rubric.evaluate.SmallPlan.compare;
import static uk.rubric.evaluate.SmallPlan.day;
import static uk.rubric.evaluate.SmallPlan.event;
import static uk.rubric.evaluate.SmallPlan.field;
import static uk.rubric.evaluate.SmallPlan.id;
import static uk.rubric.evaluate.SmallPlan.notRecorded;
import static uk.rubric.evaluate.SmallPlan.number;
import static uk.rubric.evaluate.SmallPlan.patient;
import static uk.rubric.evaluate.SmallPlan.present;
import static uk.rubric.evaluate.SmallPlan.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.SmallPlan;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.evaluate.fields.FieldReader;
import uk.rubric.evaluate.fields.RowTest;
import uk.rubric.patient.PatientBatch;
import uk.rubric.syntax.Comparator;
import uk.rubric.value.DateUnit;

/** Drools merges constraints of one text: so two predicates must never share one. */
class ConditionTextTest {
  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void noTwoConditionsShareAText(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Map<String, Condition> byText = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      Condition condition = condition(random, 2);
      Condition before = byText.putIfAbsent(ConditionText.of(condition), condition);
      assertThat(before == null || before.equals(condition)).as(ConditionText.of(condition)).isTrue();
    }
  }

  private static Condition condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return leaf(random);
    }
    List<Condition> parts = new ArrayList<>();
    for (int i = random.nextInt(2); i < 3; i++) {
      parts.add(condition(random, depth - 1));
    }
    Condition[] all = parts.toArray(Condition[]::new);
    return random.nextBoolean() ? all(all) : any(all);
  }

  private static Condition leaf(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> recorded(random.nextBoolean() ? "A" : "B");
      case 1 -> notRecorded(random.nextBoolean() ? "A" : "B");
      case 2 -> present(operand(random));
      default -> compare(operand(random), Comparator.values()[random.nextInt(6)], operand(random));
    };
  }

  private static Operand operand(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> field(random.nextBoolean() ? "A" : "B");
      case 1 -> new Operand.Field(new FieldId("OTHER", "A", false));
      case 2 -> day(random.nextBoolean() ? "PPED" : "2021-01-01");
      case 3 -> number(random.nextBoolean() ? "58" : "5.8");
      case 4 -> new Operand.Age(random.nextInt(2));
      case 5 -> new Operand.Shifted(
          random.nextBoolean() ? field("A") : day("PPED"), random.nextInt(3) - 1, DateUnit.values()[random.nextInt(4)]);
      default -> new Operand.Element(id("A[]"), random.nextBoolean() ? field("A") : day("PPED"));
    };
  }

  @Test
  void aConstraintAndItsNegationDiffer() {
    SmallPlan plan = new SmallPlan().cluster("A_COD", A).latest("A", "A_COD");
    FieldExtractor fields = new FieldExtractor(plan.plan());
    Condition condition = recorded("A");
    RowTest test = fields.test(condition);
    Constraint holds = Constraint.outcome(condition, test, true);
    Constraint fails = Constraint.outcome(condition, test, false);
    assertThat(List.of(holds.text(), fails.text(), holds.negated().text(), fails.negated().text()))
        .doesNotHaveDuplicates();
    FieldReader reader = fields.reader();
    Candidate candidate = new Candidate(reader.newRow(), 0);
    reader.read(PatientBatch.of(List.of(patient("1960-01-01", event("2021-01-01", A)))), 0, candidate.row());
    assertThat(holds.predicate().test(candidate)).isTrue();
    assertThat(holds.negated().predicate().test(candidate)).isFalse();
    assertThat(fails.predicate().test(candidate)).isFalse();
  }
}
