package uk.rubric.explain;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.RandomRules;

class EvidenceProperties {
  private static final Plan DIABETES = Diabetes.plan();

  @Provide
  Arbitrary<PatientRecord> patients() {
    return PatientArbitraries.of(DIABETES);
  }

  @Property(tries = 500)
  void holdForDiabetes(@ForAll("patients") PatientRecord patient, @ForAll Random random) {
    new EvidenceLaws(DIABETES, patient, random).assertAll();
  }

  @Provide
  Arbitrary<Tuple2<Plan, PatientRecord>> anyRules() {
    return Arbitraries.randomValue(RandomRules::plan)
        .flatMap(plan -> PatientArbitraries.of(plan).map(patient -> Tuple.of(plan, patient)));
  }

  @Property(tries = 150)
  void holdForAnyRules(@ForAll("anyRules") Tuple2<Plan, PatientRecord> rules, @ForAll Random random) {
    new EvidenceLaws(rules.get1(), rules.get2(), random).assertAll();
  }
}
