package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.rubric.plan.Plan;
import uk.rubric.source.SourceText;

/** Where a rule of an amended rule set really stands. */
class AmendedRulesTest {
  private static final SourceText BASE = new SourceText("r-1.rubric", """
      ruleset R version 1.0 {
        cluster A_COD = codes { %d }
        field A_DAT = latest A_COD
        register A_REG of everyone {
          1: if A_DAT is recorded then next else reject
          2: if A_DAT < 2000-01-01 then reject else select
        }
      }
      """.formatted(Diabetes.HBA1C));
  private static final SourceText CHANGE = new SourceText("r-2.rubric", """
      ruleset R version 2.0 amends R version 1.0 {
        replace rule 2 of A_REG { 2: if A_DAT < 2021-01-01 then reject else select }
      }
      service S {
        period from 2021-04-01 to 2022-03-31
        use R version 2.0
      }
      """);

  @Test
  void eachRuleIsNamedWithItsOwnFileAndLine() {
    Plan plan = Diabetes.plan(BASE, CHANGE);
    Explanation explanation = new Explainer(plan)
        .explain(new Diabetes.Patient().with("2020-05-01", Diabetes.HBA1C).record(), Diabetes.output(plan, "A_REG"))
        .get(0);

    assertThat(explanation.ladders().get(0).rules())
        .extracting(rule -> rule.span().source().name() + ":" + rule.span().from().line())
        .containsExactly("r-1.rubric:5", "r-2.rubric:2");
    assertThat(ExplanationText.of(explanation)).contains("register A_REG: rejected by rule 2, r-2.rubric line 2");
    assertThat(ExplanationJson.of(explanation)).contains("\"file\": \"r-1.rubric\"", "\"file\": \"r-2.rubric\"");
  }
}
