package uk.rubric.evaluate.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeSet;

/**
 * The fields and conditions of one plan, compiled once. For each patient one pass over the entries finds the code
 * clusters of each, by a hash, and puts them in the order of days; then each field is filled when a condition first
 * asks for it. Days are integers, values exact.
 *
 * <p>Thread-safe; keeps nothing of a patient. Each thread has a {@link FieldReader}.
 */
public final class FieldExtractor {
  private final Plan plan;
  private final CodeIndex codes;
  private final int clusterCount;
  private final Units units = new Units();
  private final Names names;
  private final UnitSlots[] unitSlots;
  private final Filler[] fillers;
  private final AtomicInteger tests = new AtomicInteger();

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
    names = new Names(plan, numbers, units);
    unitSlots = plan.eaches().stream().map(this::slots).toArray(UnitSlots[]::new);
    fillers = new Filler[plan.fields().size()];
    for (int slot = 0; slot < fillers.length; slot++) {
      fillers[slot] = plan.fields().get(slot).definition().accept(new FieldCompiler(names, slot));
    }
  }

  private UnitSlots slots(PlannedEach each) {
    int first = each.fields().isEmpty() ? 0 : plan.slot(each.fields().get(0).id());
    return new UnitSlots(plan.slot(each.array()), names.place(each), first, first + each.fields().size());
  }

  /** The test of a rule's condition, which names fields of the plan and no entry. */
  public RowTest test(Condition condition) {
    EntryTest test = condition.accept(new ConditionCompiler(new OperandCompiler(names)));
    return new RowTest(tests.getAndIncrement(), test);
  }

  /** A reader for one thread. */
  public FieldReader reader() {
    int horizon = PatientEntries.epochDay(plan.achievementDate());
    PatientEntries entries = new PatientEntries(codes, clusterCount, horizon, units, new PracticeDays(plan));
    return new FieldReader(
        fillers, entries, tests.get(), plan.ladders().size(), plan.patientFields(), unitSlots);
  }
}
