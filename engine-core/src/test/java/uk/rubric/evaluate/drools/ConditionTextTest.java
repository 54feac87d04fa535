package uk.rubric.evaluate.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.evaluate.SmallPlan.all;
import static uk.rubric.evaluate.SmallPlan.any;
import static uk.rubric.evaluate.SmallPlan.compare;
import static uk.rubric.evaluate.SmallPlan.day;
import static uk.rubric.evaluate.SmallPlan.field;
import static uk.rubric.evaluate.SmallPlan.id;
import static uk.rubric.evaluate.SmallPlan.notRecorded;
import static uk.rubric.evaluate.SmallPlan.number;
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
      case 4 -> new Operand.Years(random.nextInt(2));
      case 5 -> new Operand.Shifted(
          random.nextBoolean() ? field("A") : day("PPED"), random.nextInt(3) - 1, DateUnit.values()[random.nextInt(4)]);
      default -> new Operand.Element(id("A[]"), random.nextBoolean() ? field("A") : day("PPED"));
    };
  }

  @Test
  void aConstraintAndItsNegationDiffer() {
    Condition condition = recorded("A");
    Constraint holds = Constraint.outcome(condition, row -> true, true);
    Constraint fails = Constraint.outcome(condition, row -> true, false);
    assertThat(List.of(holds.text(), fails.text(), holds.negated().text(), fails.negated().text()))
        .doesNotHaveDuplicates();
    assertThat(holds.predicate().test(new Candidate(Candidate.EVERYONE, null, null))).isTrue();
    assertThat(holds.negated().predicate().test(new Candidate(Candidate.EVERYONE, null, null))).isFalse();
    assertThat(fails.predicate().test(new Candidate(Candidate.EVERYONE, null, null))).isFalse();
  }
}
