package uk.rubric.evaluate.fields;

import java.util.HashMap;
import java.util.Map;
import uk.rubric.value.Unit;

/**
 * Numbers for units, so that entries compare a number and not a spelling. Two spellings of one unit have one number.
 * Each spelling is looked at once; for one thread, except that a finished one may be {@link #copy copied} by several.
 */
final class Units {
  /** Of an entry that states no unit: it takes the unit of the rule that reads it. */
  static final int UNSTATED = -1;

  /** Asked by a rule that takes a value in whatever unit. */
  static final int ANY = -2;

  private final Map<Unit, Integer> numbers;
  private final Map<String, Integer> spellings;

  Units() {
    this(Map.of(), Map.of());
  }

  private Units(Map<Unit, Integer> numbers, Map<String, Integer> spellings) {
    this.numbers = new HashMap<>(numbers);
    this.spellings = new HashMap<>(spellings);
  }

  Units copy() {
    return new Units(numbers, spellings);
  }

  /** The number of a unit: at least 0. */
  int number(Unit unit) {
    Integer known = spellings.get(unit.text());
    return known != null ? known : learn(unit);
  }

  private int learn(Unit unit) {
    int number = numbers.computeIfAbsent(unit, u -> numbers.size());
    spellings.put(unit.text(), number);
    return number;
  }
}
