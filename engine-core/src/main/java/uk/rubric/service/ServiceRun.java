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
import uk.rubric.patient.Practice;
import uk.rubric.payment.Payments;
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
 * One run of a service: outcomes, then counts, then money. Keeps nothing between runs; thread-safe.
 */
public final class ServiceRun {
  private static final int BATCH = 1000;

  private final Plan plan;
  private final Evaluator evaluator;

  /** A run of {@code plan} by an evaluator of the same plan. */
  public ServiceRun(Plan plan, Evaluator evaluator) {
    this.plan = plan;
    this.evaluator = evaluator;
  }

  /** Sees each patient's outcome as it is decided, in the order of the records. */
  @FunctionalInterface
  public interface OutcomeListener {
    void decided(PatientRecord patient, PatientOutcome outcome);
  }

  /**
   * Runs the service over an extract.
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
    Counter counter = new Counter(plan);
    for (int from = 0; from < records.size(); from += BATCH) {
      List<PatientRecord> batch = records.subList(from, Math.min(from + BATCH, records.size()));
      List<PatientOutcome> outcomes = evaluator.evaluate(batch);
      for (int i = 0; i < batch.size(); i++) {
        counter.add(batch.get(i), outcomes.get(i));
        listener.decided(batch.get(i), outcomes.get(i));
      }
      progress.at("deciding", from + batch.size(), records.size());
    }
    List<PracticeResult> results = results(counter.counts(practices), names(practices));
    return new ServiceResult(plan, evaluator.name(), results, withUncomputed(setAside, results), manifest);
  }

  // A practice whose pay cannot be computed, as with a list of nobody, is counted: its total is no total.
  private static SetAside withUncomputed(SetAside setAside, List<PracticeResult> results) {
    long count = results.stream().flatMap(r -> r.income().stream()).filter(i -> i.total().isEmpty()).count();
    if (count == 0) {
      return setAside;
    }
    List<SetAside.Reason> warnings = new ArrayList<>(setAside.warnings());
    warnings.add(new SetAside.Reason(RunDiagnostic.INCOME_NOT_COMPUTABLE.id(), "practices.csv", count));
    warnings.sort(Comparator.comparing(SetAside.Reason::file).thenComparing(SetAside.Reason::code));
    return new SetAside(setAside.records(), setAside.reasons(), warnings);
  }

  private static Map<String, String> names(List<Practice> practices) {
    Map<String, String> names = new HashMap<>();
    practices.forEach(practice -> practice.name().ifPresent(name -> names.put(practice.code(), name)));
    return names;
  }

  private List<PracticeResult> results(List<PracticeCounts> counts, Map<String, String> names) {
    Payments payments = Payments.of(plan);
    List<PracticeResult> results = new ArrayList<>();
    for (PracticeCounts practice : counts) {
      results.add(
          new PracticeResult(
              practice,
              Optional.ofNullable(names.get(practice.practice())),
              plan.service().hasPayments()
                  ? Optional.of(payments.income(practice))
                  : Optional.empty()));
    }
    return results;
  }
}
