package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.value.Unit;

/**
 * The units in which a {@code where} reads the value of the entry under test. Where it compares the value in one unit,
 * {@code value is recorded} means a value in that unit.
 */
final class EntryValueUnits implements Condition.Visitor<Condition> {
  private final Unit unit;

  private EntryValueUnits(Unit unit) {
    this.unit = unit;
  }

  /** The condition with the unit of its comparisons in its tests of presence. */
  static Condition settle(Condition condition) {
    Set<Unit> units = of(condition);
    return units.size() == 1 ? condition.accept(new EntryValueUnits(units.iterator().next())) : condition;
  }

  /** The units of the comparisons in {@code condition}; a test of presence has none before it is settled. */
  static Set<Unit> of(Condition condition) {
    return condition.operands()
        .flatMap(operand -> operand instanceof Operand.EntryValue value ? value.unit().stream() : Stream.empty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Condition allOf(Condition.AllOf condition) {
    return new Condition.AllOf(condition.parts().stream().map(p -> p.accept(this)).toList(), condition.span());
  }

  @Override
  public Condition anyOf(Condition.AnyOf condition) {
    return new Condition.AnyOf(condition.parts().stream().map(p -> p.accept(this)).toList(), condition.span());
  }

  @Override
  public Condition comparison(Condition.Comparison condition) {
    return condition;
  }

  @Override
  public Condition presence(Condition.Presence condition) {
    return condition.subject() instanceof Operand.EntryValue
        ? new Condition.Presence(
            new Operand.EntryValue(Optional.of(unit)), condition.recorded(), condition.span())
        : condition;
  }
}
