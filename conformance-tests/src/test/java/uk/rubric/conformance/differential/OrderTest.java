package uk.rubric.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.result.PatientOutcome;

/** Language, meaning 7: neither the order of patients nor that of their entries matters, nor who works on them. */
class OrderTest {
  private static final int PATIENTS = 120;
  private static final int THREADS = 16;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void orderOfPatientsAndEntriesIsOfNoMatter(@ForAll("seeds") long seed) {
    GeneratedCase generated = GeneratedCase.of(seed, PATIENTS);
    Dice dice = new Dice(seed);
    List<Integer> order = dice.shuffled(IntStream.range(0, PATIENTS).boxed().toList());
    List<PatientRecord> shuffled = order.stream().map(i -> shuffled(generated.patients().get(i), dice)).toList();
    for (Evaluator evaluator : evaluators(generated)) {
      List<PatientOutcome> outcomes = evaluator.evaluate(generated.patients());
      assertThat(evaluator.evaluate(shuffled))
          .as(evaluator.name())
          .isEqualTo(order.stream().map(outcomes::get).toList());
    }
  }

  private static List<Evaluator> evaluators(GeneratedCase generated) {
    return List.of(
        new ReferenceEvaluator(generated.plan()),
        new DroolsEvaluator(generated.plan(), Way.ALPHA),
        new DroolsEvaluator(generated.plan(), Way.SESSION));
  }

  private static PatientRecord shuffled(PatientRecord patient, Dice dice) {
    return new PatientRecord(patient.practice(), patient.patientId(), patient.born(), patient.died(), patient.sex(),
        dice.shuffled(patient.registrations()), dice.shuffled(patient.events()));
  }

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anEntryOfNoClusterIsOfNoMatter(@ForAll("seeds") long seed) {
    GeneratedCase generated = GeneratedCase.of(seed, PATIENTS);
    List<PatientRecord> more = generated.patients().stream().map(p -> withStrangeEntry(p, generated)).toList();
    for (Evaluator evaluator : evaluators(generated)) {
      assertThat(evaluator.evaluate(more)).as(evaluator.name()).isEqualTo(evaluator.evaluate(generated.patients()));
    }
  }

  private static PatientRecord withStrangeEntry(PatientRecord patient, GeneratedCase generated) {
    List<Event> events = new ArrayList<>(patient.events());
    events.add(new Event(generated.plan().achievementDate(), generated.rules().codeOfNoCluster(),
        Optional.of(BigDecimal.TEN), Optional.empty(), 0));
    return new PatientRecord(patient.practice(), patient.patientId(), patient.born(), patient.died(), patient.sex(),
        patient.registrations(), events);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void oneEvaluatorServesManyThreads(@ForAll("seeds") long seed) throws Exception {
    GeneratedCase generated = GeneratedCase.of(seed, 8 * PATIENTS);
    for (Evaluator evaluator : evaluators(generated)) {
      assertThat(onThreads(evaluator, generated.patients()))
          .as(evaluator.name())
          .isEqualTo(evaluator.evaluate(generated.patients()));
    }
  }

  private static List<PatientOutcome> onThreads(Evaluator evaluator, List<PatientRecord> patients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<PatientOutcome>>> parts = new ArrayList<>();
      int size = patients.size() / THREADS / 2;
      for (int start = 0; start < patients.size(); start += size) {
        List<PatientRecord> part = patients.subList(start, Math.min(start + size, patients.size()));
        parts.add(threads.submit(() -> evaluator.evaluate(part)));
      }
      List<PatientOutcome> outcomes = new ArrayList<>();
      for (Future<List<PatientOutcome>> part : parts) {
        outcomes.addAll(part.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
