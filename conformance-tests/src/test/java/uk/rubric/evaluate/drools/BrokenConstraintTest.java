package uk.rubric.evaluate.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;

/**
 * Tests the comparison of the evaluators: were any one constraint of the Drools rules wrong, it would show, as
 * another outcome or as a ladder that does not decide exactly once. In these rule sets there is no constraint that
 * does not matter.
 */
class BrokenConstraintTest {
  private static final List<PatientRecord> PATIENTS = IndependentRules.patients();

  @ParameterizedTest
  @CsvSource({"1, ALPHA", "2, SESSION", "3, ALPHA", "5, SESSION", "8, ALPHA"})
  void everyBrokenConstraintShows(long seed, Way way) {
    Plan plan = IndependentRules.plan(seed);
    List<PatientOutcome> expected = new ReferenceEvaluator(plan).evaluate(PATIENTS);
    assertThat(shows(plan, way, expected, UnaryOperator.identity())).as("nothing broken").isFalse();
    List<BranchRule> rules = BranchRules.of(plan, new FieldExtractor(plan));
    List<String> unseen = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      for (int place = 0; place < rules.get(rule).constraints().size(); place++) {
        String what = rules.get(rule).name() + ": " + rules.get(rule).constraints().get(place).text();
        for (Breakage breakage : Breakage.values()) {
          if (!shows(plan, way, expected, breakage.of(rule, place))) {
            unseen.add(breakage + " " + what);
          }
        }
      }
    }
    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, SESSION", "2, ALPHA", "3, SESSION", "5, ALPHA", "8, ALPHA"})
  void everyMissingRuleShows(long seed, Way way) {
    Plan plan = IndependentRules.plan(seed);
    List<PatientOutcome> expected = new ReferenceEvaluator(plan).evaluate(PATIENTS);
    int count = BranchRules.of(plan, new FieldExtractor(plan)).size();
    for (int rule = 0; rule < count; rule++) {
      int missing = rule;
      assertThat(shows(plan, way, expected, rules -> without(rules, missing))).as("rule %d", rule).isTrue();
    }
  }

  private static boolean shows(
      Plan plan, Way way, List<PatientOutcome> expected, UnaryOperator<List<BranchRule>> change) {
    try {
      return !new DroolsEvaluator(plan, way, change).evaluate(PATIENTS).equals(expected);
    } catch (RuntimeException notDecidedOnceOrAskedBeforeItWas) {
      return true;
    }
  }

  private static <T> List<T> without(List<T> items, int index) {
    List<T> fewer = new ArrayList<>(items);
    fewer.remove(index);
    return fewer;
  }

  private enum Breakage {
    NEGATED {
      @Override
      List<Constraint> in(List<Constraint> constraints, int place) {
        List<Constraint> changed = new ArrayList<>(constraints);
        changed.set(place, constraints.get(place).negated());
        return changed;
      }
    },
    LEFT_OUT {
      @Override
      List<Constraint> in(List<Constraint> constraints, int place) {
        return without(constraints, place);
      }
    };

    abstract List<Constraint> in(List<Constraint> constraints, int place);

    UnaryOperator<List<BranchRule>> of(int rule, int place) {
      return rules -> {
        List<BranchRule> changed = new ArrayList<>(rules);
        BranchRule old = rules.get(rule);
        changed.set(rule, old.withConstraints(in(old.constraints(), place)));
        return changed;
      };
    }
  }
}
