package uk.rubric.worklist;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.value.Unit;

/**
 * The numbers with which a condition compares values, by the cluster and unit that these are read in, and how often and
 * how far apart it asks entries.
 */
final class Limits implements Condition.Visitor<Void> {
  private final Plan plan;
  private final Optional<ClusterId> of;
  private final Read read;
  private final Rhythm rhythm;

  /** Where the numbers go. */
  @FunctionalInterface
  interface Read {
    Set<BigDecimal> of(ClusterId cluster, Optional<Unit> unit);
  }

  private record Value(ClusterId cluster, Optional<Unit> unit) {}

  /** @param of the cluster of the entry under test, in a {@code where} */
  Limits(Plan plan, Optional<ClusterId> of, Read read, Rhythm rhythm) {
    this.plan = plan;
    this.of = of;
    this.read = read;
    this.rhythm = rhythm;
  }

  private Void all(List<Condition> parts) {
    parts.forEach(part -> part.accept(this));
    return null;
  }

  private Void read(Operand operand, Optional<BigDecimal> limit) {
    values(operand).forEach(value -> {
      Set<BigDecimal> limits = read.of(value.cluster(), value.unit());
      limit.ifPresent(limits::add);
    });
    return null;
  }

  private Stream<Value> values(Operand operand) {
    if (operand instanceof Operand.EntryValue value) {
      return of.stream().map(cluster -> new Value(cluster, value.unit()));
    }
    return operand.fields().flatMap(this::values);
  }

  private Stream<Value> values(FieldId id) {
    FieldDefinition form = plan.field(id).definition();
    if (form instanceof FieldDefinition.Reading reading) {
      return Stream.of(new Value(reading.cluster(), Optional.of(reading.unit())));
    }
    if (form instanceof FieldDefinition.ReadingOnEach readings) {
      return Stream.of(new Value(readings.cluster(), Optional.of(readings.unit())));
    }
    if (form instanceof FieldDefinition.Element element) {
      return values(element.array());
    }
    if (form instanceof FieldDefinition.ExtremeOf extreme) {
      return extreme.fields().stream().flatMap(this::values);
    }
    if (form instanceof FieldDefinition.Conditional choice) {
      return Stream.of(choice.whenTrue(), choice.whenFalse()).flatMap(Operand::fields).flatMap(this::values);
    }
    return Stream.empty();
  }

  private static Optional<BigDecimal> number(Operand operand) {
    return operand instanceof Operand.Number number ? Optional.of(number.number()) : Optional.empty();
  }

  @Override
  public Void comparison(Condition.Comparison condition) {
    rhythm.compared(condition.left(), condition.right());
    rhythm.compared(condition.right(), condition.left());
    read(condition.left(), number(condition.right()));
    return read(condition.right(), number(condition.left()));
  }

  @Override
  public Void presence(Condition.Presence condition) {
    return read(condition.subject(), Optional.empty());
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    return all(condition.parts());
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    return all(condition.parts());
  }

  @Override
  public Void atLeast(Condition.AtLeast condition) {
    return all(condition.parts());
  }

  @Override
  public Void noneOf(Condition.NoneOf condition) {
    return all(condition.parts());
  }

  @Override
  public Void some(Condition.Some condition) {
    return condition.has().accept(this);
  }

  /** It is of another entry, and asked by itself. */
  @Override
  public Void sameEntry(Condition.SameEntry condition) {
    return null;
  }

  @Override
  public Void member(Condition.Member condition) {
    return null;
  }

  @Override
  public Void oneOf(Condition.OneOf condition) {
    return null;
  }

  @Override
  public Void answer(Condition.Answer condition) {
    return null;
  }
}
