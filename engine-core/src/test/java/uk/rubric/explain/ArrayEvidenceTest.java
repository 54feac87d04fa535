package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.explain.Diabetes.HBA1C;
import static uk.rubric.explain.Diabetes.INVITATION;

import org.junit.jupiter.api.Test;
import uk.rubric.explain.Explanation.Standing;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;

/** What an array rests on where it has no entry. */
class ArrayEvidenceTest {
  /** An array of days that an invitation empties. */
  private static final Plan PLAN = Diabetes.plan("""
      ruleset R version 1.0 {
        cluster HBA1C_COD = codes { %d }
        cluster INVITE_COD = codes { %d }
        field INVITE_DAT = latest INVITE_COD
        field HBA1C_DAT = latest HBA1C_COD
        field FREE_DAT[] = all HBA1C_COD where INVITE_DAT is not recorded
        field FREE_VAL[] = highest value of HBA1C_COD on each FREE_DAT[] in mmol/mol
        field FREE_VAL = FREE_VAL[] on HBA1C_DAT
        register FREE_REG of everyone {
          1: if FREE_VAL is recorded then select else reject
        }
      }
      service S {
        period from 2021-04-01 to 2022-03-31
        use R version 1.0
      }
      """.formatted(HBA1C, INVITATION));

  private static final Output REGISTER = Diabetes.output(PLAN, "FREE_REG");

  private static Explanation explain(PatientRecord record) {
    return new Explainer(PLAN).explain(record, REGISTER).get(0);
  }

  @Test
  void aDayThatNoEntryBringsIntoTheArrayRestsOnWhatFailedOfEach() {
    PatientRecord patient = new Diabetes.Patient()
        .with("2021-06-01", HBA1C, "58", "mmol/mol").with("2021-07-01", INVITATION).record();
    Explanation whole = explain(patient);

    assertThat(whole.standing()).isEqualTo(Standing.NOT_IN_REGISTER);
    assertThat(whole.facts()).extracting(Fact::fields).anyMatch(fields -> fields.contains("INVITE_DAT"));
    assertThat(explain(Records.keeping(patient, whole.facts(), any -> true)).standing()).isEqualTo(whole.standing());
    assertThat(explain(Records.onlyCited(patient, whole.facts())).standing()).isEqualTo(whole.standing());
  }
}
