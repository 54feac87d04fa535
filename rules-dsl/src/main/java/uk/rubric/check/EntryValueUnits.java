package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.List;
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
    return new Condition.AllOf(settled(condition.parts()), condition.span());
  }

  @Override
  public Condition anyOf(Condition.AnyOf condition) {
    return new Condition.AnyOf(settled(condition.parts()), condition.span());
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

  @Override
  public Condition atLeast(Condition.AtLeast condition) {
    return new Condition.AtLeast(condition.least(), settled(condition.parts()), condition.span());
  }

  @Override
  public Condition noneOf(Condition.NoneOf condition) {
    return new Condition.NoneOf(settled(condition.parts()), condition.span());
  }

  private List<Condition> settled(List<Condition> parts) {
    return parts.stream().map(part -> part.accept(this)).toList();
  }

  @Override
  public Condition some(Condition.Some condition) {
    return new Condition.Some(condition.entry(), condition.has().accept(this), condition.span());
  }

  /** Its value is that of another entry, settled on its own. */
  @Override
  public Condition sameEntry(Condition.SameEntry condition) {
    return condition;
  }

  @Override
  public Condition member(Condition.Member condition) {
    return condition;
  }

  @Override
  public Condition oneOf(Condition.OneOf condition) {
    return condition;
  }

  @Override
  public Condition answer(Condition.Answer condition) {
    return condition;
  }
}
