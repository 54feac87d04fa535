package uk.rubric.evaluate.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeSet;

/**
 * The fields of one plan, compiled once. For each patient one pass over the entries finds the code clusters of each,
 * by a hash, and sorts them by day; then the fields are filled in the order of the plan. Days are integers, values
 * stay exact.
 *
 * <p>Thread-safe; keeps nothing of a patient.
 */
public final class FieldExtractor {
  private final CodeIndex codes;
  private final int clusterCount;
  private final int horizon;
  private final Units units = new Units();
  private final FieldCompiler.Filler[] fillers;
  private final Plan plan;

  /** @param plan its fields stand in an order in which each needs only fields before it */
  public FieldExtractor(Plan plan) {
    this.plan = plan;
    Map<ClusterId, Integer> numbers = new HashMap<>();
    List<CodeSet> sets = new ArrayList<>();
    plan.clusters().forEach((ClusterId id, CodeCluster cluster) -> {
      numbers.put(id, sets.size());
      sets.add(cluster.codes());
    });
    codes = new CodeIndex(sets);
    clusterCount = sets.size();
    horizon = PatientEntries.epochDay(plan.achievementDate());
    fillers = new FieldCompiler.Filler[plan.fields().size()];
    for (int slot = 0; slot < fillers.length; slot++) {
      fillers[slot] = plan.fields().get(slot).definition().accept(new FieldCompiler(plan, slot, numbers, units));
    }
  }

  /** The test of a rule's condition, which names fields of the plan and no entry. */
  public RowTest test(Condition condition) {
    EntryTest test = condition.accept(new ConditionCompiler(new OperandCompiler(plan, units.copy())));
    return row -> test.holds(row, null, 0);
  }

  /** One row for each patient, in their order. */
  public List<FieldRow> rows(List<PatientRecord> patients) {
    PatientEntries entries = new PatientEntries(codes, clusterCount, horizon, units.copy());
    List<FieldRow> rows = new ArrayList<>(patients.size());
    for (PatientRecord patient : patients) {
      entries.read(patient);
      rows.add(row(entries));
    }
    return rows;
  }

  private FieldRow row(PatientEntries entries) {
    FieldRow row = new FieldRow(fillers.length);
    for (FieldCompiler.Filler filler : fillers) {
      filler.fill(row, entries);
    }
    return row;
  }
}
