package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.explain.Explanation.Standing;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;

/** What the conditions and fields beyond one date rest on, in words and as JSON. */
class WidenedGoldenTest {
  private static final long AST = 195967001L;
  private static final long REV = 394700004L;
  private static final long PLAN_AGREED = 811921000000103L;
  private static final long SYS = 271649006L;
  private static final long FLU = 822851000000102L;
  private static final long SMOKER = 77176002L;
  private static final long INVITE = 1017011000999106L;

  private static final Plan PLAN = Diabetes.planOf("asthma.rubric");

  private static Diabetes.Patient asthmatic() {
    return new Diabetes.Patient().registered("2010-01-01").episode("2012-06-01", AST, "FIRST");
  }

  private static Diabetes.Patient reviewed() {
    return asthmatic().sex("FEMALE")
        .linked("2021-05-01", REV, "E1", "").linked("2021-05-04", PLAN_AGREED, "E2", "E1").with("2021-08-01", REV)
        .with("2015-01-01", SYS, "160", "mmHg")
        .entered("2021-06-01", SYS, "138", "2021-06-01T09:00").entered("2021-06-01", SYS, "144", "2021-06-02T09:00")
        .with("2021-09-01", FLU).with("2021-09-20", FLU).with("2021-10-01", FLU)
        .with("2021-02-01", INVITE);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("reviewed", "AST1", reviewed()),
        Arguments.of("not-reviewed", "AST1", asthmatic().sex("MALE").with("2021-05-01", REV).with("2021-07-01", REV)),
        Arguments.of("never-seen", "AST1", asthmatic().with("2020-05-01", REV)),
        Arguments.of("invited-to-no-avail", "AST1", asthmatic().sex("FEMALE").with("2020-06-01", SMOKER)
            .with("2021-07-01", INVITE).with("2021-07-03", INVITE).with("2021-07-08", INVITE)),
        Arguments.of("second-tier", "TIER", reviewed()),
        Arguments.of("no-tier", "TIER", new Diabetes.Patient().registered("2010-01-01")),
        Arguments.of("cohort", "WOMEN", reviewed()),
        Arguments.of("group", "GMS", new Diabetes.Patient()),
        Arguments.of("each-invitation", "AST2",
            reviewed().with("2021-07-20", INVITE).with("2021-07-20", INVITE, "1", "")),
        Arguments.of("no-invitation", "AST2", asthmatic()),
        Arguments.of("no-invitation-as-not-in-the-register", "AST2",
            new Diabetes.Patient().registered("2010-01-01").with("2021-07-20", INVITE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void explainsInWordsAndAsJson(String name, String output, Diabetes.Patient patient) throws IOException {
    PatientRecord record = patient.record();
    List<Explanation> explanations = new Explainer(PLAN).explain(record, explainable(output));

    new EvidenceLaws(PLAN, record, new Random(1)).assertAll();
    compare(name + ".txt", explanations.stream().map(ExplanationText::of).collect(Collectors.joining("\n")));
    compare(name + ".json", ExplanationJson.of(explanations));
    for (Explanation explanation : explanations) {
      assertThat(ExplanationGoldenTest.errors(ExplanationJson.of(explanation))).isEmpty();
    }
  }

  private static Output explainable(String id) {
    return new Explainer(PLAN).explainable().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  private static void compare(String file, String actual) throws IOException {
    ExplanationGoldenTest.compare(Path.of("asthma", file).toString(), actual);
  }

  /** The facts of an entry are those of that entry, not of its neighbours. */
  @Test
  void eachEntryOfAUnitRestsOnItsOwnFacts() {
    PatientRecord record = asthmatic().with("2021-07-20", INVITE).with("2021-09-01", INVITE).with("2021-09-05", REV)
        .record();

    List<Explanation> explanations = new Explainer(PLAN).explain(record, explainable("AST2"));

    assertThat(explanations).extracting(Explanation::standing)
        .containsExactly(Standing.DENOMINATOR, Standing.NUMERATOR);
    assertThat(explanations.get(0).facts()).filteredOn(Fact.Recorded.class::isInstance)
        .extracting(fact -> ((Fact.Recorded) fact).date().toString()).containsExactly("2012-06-01", "2021-07-20");
    assertThat(explanations.get(1).facts()).filteredOn(Fact.Recorded.class::isInstance)
        .extracting(fact -> ((Fact.Recorded) fact).date().toString())
        .containsExactly("2012-06-01", "2021-09-01", "2021-09-05");
  }

  @Provide
  Arbitrary<PatientRecord> patients() {
    return PatientArbitraries.of(PLAN);
  }

  @Property(tries = 300)
  void theLawsHoldForAsthma(@ForAll("patients") PatientRecord patient, @ForAll Random random) {
    new EvidenceLaws(PLAN, patient, random).assertAll();
  }
}
