package uk.rubric.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.MeasurableFrom;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * All evaluators decide every ladder alike, by rule and reason, on rule sets and patients made at random.
 *
 * <p>{@code -Ddifferential.rulesets=5000} makes more of them (at least as many: they go on until each thing is met
 * often), {@code -Ddifferential.seed=…} makes those of an earlier run again; {@code target/differential-report.txt}
 * says what they met.
 */
class DifferentialTest {
  private static final int RULESETS = Integer.getInteger("differential.rulesets", 150);

  /** What is rare may need more of them; this many times as many must be enough. */
  private static final int MOST = 4;

  private static final int PATIENTS = Integer.getInteger("differential.patients", 200);
  private static final Path REPORT = Path.of("target", "differential-report.txt");

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void allEvaluatorsDecideAlike(@ForAll("seeds") long drawn) throws IOException {
    long seed = Long.getLong("differential.seed", drawn);
    Met met = new Met();
    Dice seeds = new Dice(seed);
    int made = 0;
    while (made < RULESETS || made < MOST * RULESETS && !met.tooSeldom().isEmpty()) {
      check(seeds.seed(), met);
      made++;
    }
    String summary = "seed %d: %d services, %d patients of each, rarest: %s%n"
        .formatted(seed, made, PATIENTS, met.rarest());
    System.out.print("differential test, " + summary);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, summary + met.report());
    assertThat(met.tooSeldom()).as("met less than %d times, seed %d", Met.ENOUGH, seed).isEmpty();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  private static void check(long seed, Met met) {
    GeneratedCase generated = GeneratedCase.of(seed, PATIENTS);
    Plan plan = generated.plan();
    List<PatientOutcome> expected = new ReferenceEvaluator(plan).evaluate(generated.patients());
    for (Way way : Way.values()) {
      List<PatientOutcome> actual = new DroolsEvaluator(plan, way).evaluate(generated.patients());
      if (!actual.equals(expected)) {
        throw new AssertionError(difference(generated, seed, way, expected, actual));
      }
    }
    refuseAchievedTooEarly(generated, seed, expected);
    Meter meter = new Meter(met, plan);
    meter.countSpans(generated.rules().text(), PATIENTS);
    for (int i = 0; i < PATIENTS; i++) {
      meter.count(generated.patients().get(i), expected.get(i));
    }
  }

  /** Of an indicator that cannot be achieved yet nobody is in the numerator. */
  private static void refuseAchievedTooEarly(GeneratedCase generated, long seed, List<PatientOutcome> outcomes) {
    Plan plan = generated.plan();
    for (Output output : plan.outputs()) {
      if (output.each().isEmpty() && MeasurableFrom.of(plan, output).isPresent()) {
        PlannedLadder numerator = plan.ladders().get(output.numerator().orElseThrow());
        assertThat(outcomes)
            .as("service of seed %d, %s from %s%n%s", seed, output.id(), MeasurableFrom.of(plan, output),
                generated.rules().text())
            .noneMatch(outcome -> numerator.decided(outcome.branch(numerator.index()))
                .map(action -> action.kind() == ActionKind.SELECT).orElse(false));
      }
    }
  }

  private static String difference(
      GeneratedCase generated, long seed, Way way, List<PatientOutcome> expected, List<PatientOutcome> actual) {
    int patient = IntStream.range(0, expected.size())
        .filter(i -> !expected.get(i).equals(actual.get(i))).findFirst().orElseThrow();
    PatientRecord record = generated.patients().get(patient);
    return "service of seed " + seed + ", patient " + patient + ":\n" + generated.rules().text() + record
        + "\nreference: " + expected.get(patient) + "\n" + way.word() + ": " + actual.get(patient);
  }
}
