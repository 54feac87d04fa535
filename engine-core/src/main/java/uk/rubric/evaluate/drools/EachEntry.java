package uk.rubric.evaluate.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import uk.rubric.evaluate.fields.FieldRow;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.result.PatientOutcome.EntryOutcome;

/**
 * The units of a plan: the same ladders are asked for each entry of an array, after all ladders of patients have
 * decided. Immutable.
 */
final class EachEntry {
  private final List<PlannedEach> units;
  private final Steps steps;
  private final int[][] ladders;

  EachEntry(Plan plan, Steps steps) {
    this.units = plan.eaches();
    this.steps = steps;
    ladders = units.stream().map(u -> u.ladders().stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
  }

  /** Whether some unit asks the patient of a row. */
  boolean anyAsks(FieldRow row) {
    for (int unit = 0; unit < ladders.length; unit++) {
      if (steps.isAsked(steps.start(unit), row)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Decides each entry of each unit. The row ends with what the ladders of patients have decided, and nothing else.
   *
   * @param ask puts a step to the row
   */
  List<EntryOutcome> decide(FieldRow row, IntConsumer ask) {
    if (!anyAsks(row)) {
      return List.of();
    }
    List<EntryOutcome> outcomes = new ArrayList<>();
    for (int unit = 0; unit < ladders.length; unit++) {
      if (steps.isAsked(steps.start(unit), row)) {
        decide(unit, row, ask, outcomes);
      }
    }
    return outcomes;
  }

  private void decide(int unit, FieldRow row, IntConsumer ask, List<EntryOutcome> outcomes) {
    int entries = row.entries(unit);
    for (int entry = 0; entry < entries; entry++) {
      row.look(unit, entry);
      row.forget(ladders[unit]);
      steps.decide(unit, row, ask);
      LocalDate day = LocalDate.ofEpochDay(row.entryDay(unit, entry));
      outcomes.add(new EntryOutcome(unit, entry, day, branches(unit, row)));
    }
    row.forget(ladders[unit]);
  }

  private List<Integer> branches(int unit, FieldRow row) {
    return Arrays.stream(ladders[unit]).map(row::branch).boxed().toList();
  }
}
