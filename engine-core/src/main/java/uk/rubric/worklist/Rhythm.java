package uk.rubric.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.value.DateUnit;

/**
 * How often and how far apart entries are asked by what ladders reach: numbers with which they count, days by which
 * entries are spaced, and by how much one date of the record is moved to be compared with another. For one thread.
 */
final class Rhythm {
  /** So many entries of a course at most. */
  private static final int MOST = 5;

  private final Plan plan;
  private final Set<Step> steps = new LinkedHashSet<>();
  private final TreeSet<Integer> counts = new TreeSet<>();

  /** From one entry of a course to the next: so much later, and so many days more. */
  record Step(int amount, DateUnit unit, int days) {
    LocalDate after(LocalDate day) {
      return unit.shift(day, amount).plusDays(days);
    }
  }

  Rhythm(Plan plan) {
    this.plan = plan;
  }

  /** Takes in how a field selects days or entries. */
  void field(FieldDefinition form) {
    if (form instanceof FieldDefinition.AllDays days) {
      selection(days.selection());
    } else if (form instanceof FieldDefinition.AllEntries entries) {
      selection(entries.selection());
    } else if (form instanceof FieldDefinition.Count count) {
      selection(count.selection());
    }
  }

  private void selection(Selection selection) {
    selection.spacing().ifPresent(days -> steps.add(new Step(days, DateUnit.DAYS, 0)));
    selection.keep().ifPresent(keep -> count(keep.number()));
  }

  /** Takes in one side of a comparison, with the other. */
  void compared(Operand side, Operand other) {
    if (isCount(side) && other instanceof Operand.Number number) {
      int limit = number.number().min(BigDecimal.valueOf(MOST)).setScale(0, RoundingMode.CEILING).intValue();
      count(limit);
      // More than a number takes one more.
      count(limit + 1);
    }
    if (side instanceof Operand.Shifted shifted && !(shifted.base() instanceof Operand.Day)) {
      steps.add(new Step(Math.abs(shifted.amount()), shifted.unit(), 0));
      steps.add(new Step(Math.abs(shifted.amount()), shifted.unit(), 1));
    }
  }

  private boolean isCount(Operand side) {
    return side instanceof Operand.Count
        || side instanceof Operand.Field field && plan.field(field.id()).definition() instanceof FieldDefinition.Count;
  }

  private void count(int number) {
    if (number > 1) {
      counts.add(Math.min(number, MOST));
    }
  }

  /** Of how many entries a course has at most; below 2 there is none. */
  int most() {
    return !counts.isEmpty() ? counts.last() : steps.isEmpty() ? 0 : 2;
  }

  /** The steps, in the order of the rules; of what is counted and not spaced, a day. */
  List<Step> steps() {
    return steps.isEmpty() ? List.of(new Step(1, DateUnit.DAYS, 0)) : new ArrayList<>(steps);
  }
}
