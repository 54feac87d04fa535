package uk.rubric.evaluate.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.value.Unit;

/**
 * Numbers for the units of the rules, so that entries compare a number and not a spelling. Two spellings of one unit
 * have one number. Filled while rules are compiled; afterwards it is safe under threads.
 */
final class Units {
  /** Of an entry that states no unit: it takes the unit of the rule that reads it. */
  static final int UNSTATED = -1;

  /** Asked by a rule that takes a value in whatever unit. */
  static final int ANY = -2;

  /** Of an entry in a unit that no rule reads. */
  private static final int OTHER = -3;

  private final Map<Unit, Integer> numbers = new HashMap<>();

  /** The number of a unit of the rules: at least 0. */
  int number(Unit unit) {
    return numbers.computeIfAbsent(unit, u -> numbers.size());
  }

  /** The numbers of the units of a batch, each in its place. */
  int[] numbers(List<Unit> units) {
    return units.stream().mapToInt(unit -> numbers.getOrDefault(unit, OTHER)).toArray();
  }
}
