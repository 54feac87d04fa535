package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.kie.api.KieBase;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.fields.FieldExtractor;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;

/**
 * The evaluator that runs by default: all ladders of a plan as one KieBase, built once.
 *
 * <p>A patient's fields are worked out apart ({@link FieldExtractor}); entries never become facts. Ladders are asked
 * step by step, each when those it needs have decided ({@link Steps}): registers, then denominators, then numerators. A
 * step and a patient are a {@link Candidate}. The rules of a ladder exclude each other by their constraints
 * ({@link BranchRules}), so exactly one of them decides for each candidate of its step: neither salience nor agenda
 * groups nor the order of firing has a say. A rule writes the branch it stands for. Afterwards {@link Steps} checks
 * that every ladder that was asked has decided once.
 *
 * <p>The same rules run in two {@link Way ways}, which decide alike.
 *
 * <p>Thread-safe; keeps nothing of a patient.
 */
public final class DroolsEvaluator implements Evaluator {
  private static final int BATCH = 1_000;

  /** How the rules are run. */
  public enum Way {
    /** Through the alpha network alone: no agenda, and nothing is allocated for a patient. The way of runs. */
    ALPHA("drools"),

    /** In sessions, by the public interface of Drools alone: what the other way is held to. */
    SESSION("drools-session");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    /** The word in results. */
    public String word() {
      return word;
    }
  }

  private final Way way;
  private final Plan plan;
  private final Steps steps;
  private final FieldExtractor fields;
  private final Supplier<BatchEvaluator> batches;

  /** Runs by {@link Way#ALPHA}. Takes about a second for the first plan of a process, then some milliseconds a plan. */
  public DroolsEvaluator(Plan plan) {
    this(plan, Way.ALPHA);
  }

  /** Runs in one of the two ways. */
  public DroolsEvaluator(Plan plan, Way way) {
    this(plan, way, UnaryOperator.identity());
  }

  /** @param change what to do to the branches before they become rules: the seam for testing the tests */
  DroolsEvaluator(Plan plan, Way way, UnaryOperator<List<BranchRule>> change) {
    this.way = way;
    this.plan = plan;
    steps = new Steps(plan);
    fields = new FieldExtractor(plan);
    List<BranchRule> branches = change.apply(BranchRules.of(plan, fields));
    batches = batches(RuleBase.of(branches), branches);
  }

  private Supplier<BatchEvaluator> batches(KieBase rules, List<BranchRule> branches) {
    if (way == Way.SESSION) {
      return () -> new SessionBatches(plan, steps, fields.reader(), rules);
    }
    AlphaNetwork network = new AlphaNetwork(rules, steps.count(), branches);
    return () -> new AlphaBatches(plan, steps, fields.reader(), network);
  }

  @Override
  public String name() {
    return way.word();
  }

  /**
   * @throws IllegalStateException when a ladder does not decide exactly once: a fault of this program, never of rules
   *     or records
   */
  @Override
  public List<PatientOutcome> evaluate(List<PatientRecord> patients) {
    List<PatientOutcome> outcomes = new ArrayList<>(patients.size());
    BatchEvaluator evaluator = batches();
    for (int start = 0; start < patients.size(); start += BATCH) {
      PatientBatch batch = PatientBatch.of(patients.subList(start, Math.min(start + BATCH, patients.size())));
      evaluator.evaluate(batch, 
          (record, branches, entries) -> outcomes.add(new PatientOutcome(branches, entries)));
    }
    return outcomes;
  }

  /** Each evaluator throws as {@link #evaluate} does. */
  @Override
  public BatchEvaluator batches() {
    return batches.get();
  }
}
