package uk.rubric.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.SmallPlan;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.RecordId;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun.OutcomeListener;

/** Language, meaning 7: a result depends neither on where patients are parted nor on who works on which part. */
class ServiceRunTest {
  private static final Plan PLAN =
      new SmallPlan().cluster("A_COD", SmallPlan.A).cluster("B_COD", SmallPlan.B)
          .latest("A_DAT", "A_COD").latest("B_DAT", "B_COD")
          .ladder("G", SmallPlan.rule(1, SmallPlan.recorded("A_DAT"), SmallPlan.select(), SmallPlan.reject()))
          .ladder("H", OptionalInt.of(0),
              SmallPlan.rule(1, SmallPlan.recorded("B_DAT"), SmallPlan.select(), SmallPlan.reject()))
          .plan();
  private static final List<Evaluator> EVALUATORS =
      List.of(new DroolsEvaluator(PLAN), new DroolsEvaluator(PLAN, DroolsEvaluator.Way.SESSION),
          new ReferenceEvaluator(PLAN));
  private static final List<PatientRecord> PATIENTS =
      IntStream.range(0, 600).mapToObj(ServiceRunTest::patient).toList();

  private static PatientRecord patient(int number) {
    List<Event> events = new ArrayList<>();
    if (number % 2 == 0) {
      events.add(SmallPlan.event("2021-05-01", SmallPlan.A));
    }
    if (number % 3 == 0) {
      events.add(SmallPlan.event("2021-06-01", SmallPlan.B));
    }
    Registration registration =
        new Registration(LocalDate.parse("2020-01-01"), Optional.empty(), number % 5 != 0, 0);
    return new PatientRecord(
        "X" + number / 7 % 4, "P" + number, LocalDate.parse("1960-01-01"), Optional.empty(), List.of(registration),
        events);
  }

  /** Records cut into parts at random places. */
  private static final class Cut implements PatientSource {
    private final List<List<PatientRecord>> parts = new ArrayList<>();
    private final AtomicInteger claimed = new AtomicInteger();
    private int broken = Integer.MAX_VALUE;

    Cut(List<PatientRecord> records, Random random) {
      TreeSet<Integer> cuts = new TreeSet<>();
      random.ints(random.nextInt(30), 0, records.size() + 1).forEach(cuts::add);
      cuts.add(records.size());
      int from = 0;
      for (int to : cuts) {
        parts.add(records.subList(from, to));
        from = to;
      }
    }

    @Override
    public Optional<Part> next() {
      int ordinal = claimed.getAndIncrement();
      return ordinal < parts.size() ? Optional.of(new Piece(ordinal)) : Optional.empty();
    }

    @Override
    public OptionalLong records() {
      return OptionalLong.of(parts.stream().mapToInt(List::size).sum());
    }

    private final class Piece implements Part {
      private final int ordinal;

      Piece(int ordinal) {
        this.ordinal = ordinal;
      }

      @Override
      public long ordinal() {
        return ordinal;
      }

      @Override
      public PatientBatch read() {
        if (ordinal >= broken) {
          throw new IllegalArgumentException("part " + ordinal);
        }
        return PatientBatch.of(parts.get(ordinal));
      }
    }
  }

  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.randomValue(random -> new Random(random.nextLong()));
  }

  @Provide
  Arbitrary<Evaluator> evaluators() {
    return Arbitraries.of(EVALUATORS);
  }

  @Property(tries = 150)
  void countsTheSameWhereverItIsCutAndWhoeverWorks(
      @ForAll("randoms") Random random,
      @ForAll("evaluators") Evaluator evaluator,
      @ForAll @IntRange(min = 1, max = 6) int threads) {
    List<PatientRecord> shuffled = new ArrayList<>(PATIENTS);
    Collections.shuffle(shuffled, random);
    int middle = random.nextInt(shuffled.size());
    ServiceRun run = new ServiceRun(PLAN, evaluator, threads);

    Counter one = run.count(new Cut(shuffled.subList(0, middle), random), OutcomeListener.NONE, Progress.NONE);
    Counter other =
        run.count(new Cut(shuffled.subList(middle, shuffled.size()), random), OutcomeListener.NONE, Progress.NONE);
    other.merge(one);

    assertThat(other.counts(List.of())).isEqualTo(reference().counts(List.of()));
  }

  private static Counter reference() {
    Counter counter = new Counter(PLAN);
    List<PatientOutcome> outcomes = new ReferenceEvaluator(PLAN).evaluate(PATIENTS);
    IntStream.range(0, PATIENTS.size()).forEach(i -> counter.add(PATIENTS.get(i), outcomes.get(i)));
    return counter;
  }

  @Property(tries = 100)
  void listensInTheOrderOfTheRecords(
      @ForAll("randoms") Random random, @ForAll @IntRange(min = 1, max = 6) int threads) {
    List<RecordId> heard = new ArrayList<>();
    List<PatientOutcome> outcomes = new ArrayList<>();
    ServiceRun run = new ServiceRun(PLAN, EVALUATORS.get(0), threads);

    run.count(new Cut(PATIENTS, random), (record, outcome) -> {
      heard.add(record);
      outcomes.add(outcome);
    }, Progress.NONE);

    assertThat(heard).isEqualTo(PATIENTS.stream().map(p -> new RecordId(p.practice(), p.patientId())).toList());
    assertThat(outcomes).isEqualTo(new ReferenceEvaluator(PLAN).evaluate(PATIENTS));
  }

  @Property(tries = 100)
  void throwsTheFirstFailureInTheOrderOfParts(
      @ForAll("randoms") Random random, @ForAll @IntRange(min = 1, max = 6) int threads, @ForAll boolean listens) {
    ServiceRun run = new ServiceRun(PLAN, EVALUATORS.get(0), threads);
    Cut source = new Cut(PATIENTS, random);
    source.broken = random.nextInt(source.parts.size());
    OutcomeListener listener = listens ? (record, outcome) -> {} : OutcomeListener.NONE;

    assertThatThrownBy(() -> run.count(source, listener, Progress.NONE)).hasMessage("part " + source.broken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void endsWhenTheListenerFails(int threads) {
    ServiceRun run = new ServiceRun(PLAN, EVALUATORS.get(0), threads);
    IllegalStateException full = new IllegalStateException("full");

    assertThatThrownBy(() -> run.count(new Cut(PATIENTS, new Random(1)), (record, outcome) -> {
      if (record.patientId().equals("P200")) {
        throw full;
      }
    }, Progress.NONE)).isSameAs(full);
  }

  @Test
  void showsProgressUpToTheLastRecord() {
    List<Long> shown = Collections.synchronizedList(new ArrayList<>());
    new ServiceRun(PLAN, EVALUATORS.get(0), 2).count(
        new Cut(PATIENTS, new Random(2)), OutcomeListener.NONE, (what, done, total) -> shown.add(done));
    assertThat(shown).isSorted().endsWith((long) PATIENTS.size());
  }

  @Test
  void needsAThread() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceRun(PLAN, EVALUATORS.get(0), 0));
  }
}
