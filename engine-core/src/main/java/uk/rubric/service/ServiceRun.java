package uk.rubric.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.patient.RecordId;
import uk.rubric.payment.Payments;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.plan.Plan;
import uk.rubric.result.Manifest;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/**
 * One run of a service: outcomes, then counts, then money. Several threads share the work, and the result does not
 * depend on how many. Keeps nothing between runs; thread-safe.
 */
public final class ServiceRun {
  private final Plan plan;
  private final Evaluator evaluator;
  private final int threads;

  /** A run of {@code plan} by an evaluator of the same plan, on all processors. */
  public ServiceRun(Plan plan, Evaluator evaluator) {
    this(plan, evaluator, Runtime.getRuntime().availableProcessors());
  }

  /** @param threads how many at most work at once; at least 1, which is the calling one */
  public ServiceRun(Plan plan, Evaluator evaluator, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a run needs a thread");
    }
    this.plan = plan;
    this.evaluator = evaluator;
    this.threads = threads;
  }

  /** Sees how each record was decided, in the order of the records, one call after the other, on whatever thread. */
  @FunctionalInterface
  public interface OutcomeListener {
    /** Does not listen: outcomes are counted, and not kept for a moment. */
    OutcomeListener NONE = (record, outcome) -> {};

    void decided(RecordId record, PatientOutcome outcome);
  }

  /**
   * Runs the service over records in memory.
   *
   * @param practices as the extract lists them; those of the records that it does not list are added
   * @param setAside what the reader could not use, taken over into the result
   */
  public ServiceResult over(
      List<PatientRecord> records,
      List<Practice> practices,
      SetAside setAside,
      Manifest manifest,
      OutcomeListener listener,
      Progress progress) {
    return result(count(PatientSource.of(records), listener, progress), practices, setAside, manifest);
  }

  /**
   * Decides and counts all patients of a source. Counts of several sources, practices or machines merge before they
   * become a {@link #result}.
   *
   * @throws uk.rubric.run.CouldNotRun when a part of the source cannot be read
   */
  public Counter count(PatientSource source, OutcomeListener listener, Progress progress) {
    Delivery delivery = new Delivery(listener, progress, source.records(), threads);
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(plan, source, evaluator.batches(), delivery));
    }
    Workers.run(workers);
    delivery.rethrowFailure();
    Counter counter = new Counter(plan);
    workers.forEach(worker -> counter.merge(worker.counter()));
    return counter;
  }

  /**
   * Counts to result.
   *
   * @param practices as the extract lists them; those that were counted and that it does not list are added
   * @param setAside what the reader could not use, taken over into the result
   */
  public ServiceResult result(Counter counter, List<Practice> practices, SetAside setAside, Manifest manifest) {
    return result(counter, Supplement.NONE, practices, setAside, manifest);
  }

  /** Counts to result, with what money rests on beside them. */
  public ServiceResult result(
      Counter counter, Supplement supplement, List<Practice> practices, SetAside setAside, Manifest manifest) {
    List<PracticeCounts> counts = counter.counts(practices);
    Optional<Incomes> incomes = plan.service().hasPayments()
        ? Optional.of(Payments.of(plan).incomes(supplement.ledger(counts, practices)))
        : Optional.empty();
    List<PracticeResult> results = results(counts, incomes, names(practices));
    List<Unchosen> unchosen = Unchosen.of(counter, supplement.parts().values(), practices);
    return new ServiceResult(plan, evaluator.name(), results, incomes.map(Incomes::groups).orElse(List.of()),
        withWarnings(Unchosen.warned(setAside, unchosen), counter, results), manifest);
  }

  // A practice whose pay cannot be computed, as with a list of nobody, is counted: its total is no total. So is one of
  // which entries are missing.
  private static SetAside withWarnings(SetAside setAside, Counter counter, List<PracticeResult> results) {
    List<SetAside.Reason> warnings = new ArrayList<>(setAside.warnings());
    long uncomputed = results.stream().flatMap(r -> r.income().stream()).filter(i -> i.total().isEmpty()).count();
    add(RunDiagnostic.INCOME_NOT_COMPUTABLE, "practices.csv", uncomputed, warnings);
    add(RunDiagnostic.ENTRIES_END_EARLY, "events.csv", counter.endingEarly().size(), warnings);
    warnings.sort(Comparator.comparing(SetAside.Reason::file).thenComparing(SetAside.Reason::code));
    return new SetAside(setAside.records(), setAside.reasons(), warnings);
  }

  private static void add(RunDiagnostic what, String file, long practices, List<SetAside.Reason> warnings) {
    if (practices > 0) {
      warnings.add(new SetAside.Reason(what.id(), file, practices));
    }
  }

  private static Map<String, String> names(List<Practice> practices) {
    Map<String, String> names = new HashMap<>();
    practices.forEach(practice -> practice.name().ifPresent(name -> names.put(practice.code(), name)));
    return names;
  }

  private static List<PracticeResult> results(
      List<PracticeCounts> counts, Optional<Incomes> incomes, Map<String, String> names) {
    List<PracticeResult> results = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int practice = i;
      results.add(new PracticeResult(
          counts.get(i),
          Optional.ofNullable(names.get(counts.get(i).practice())),
          incomes.map(all -> all.practices().get(practice))));
    }
    return results;
  }
}
