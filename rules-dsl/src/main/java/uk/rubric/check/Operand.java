package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** One side of a comparison: a date, a value or an age, or nothing when it is not recorded. Immutable. */
public sealed interface Operand {
  /** The fields that must be known to know it. */
  Stream<FieldId> fields();

  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R field(Field operand);

    R day(Day operand);

    R fixedDay(FixedDay operand);

    R number(Number operand);

    R years(Years operand);

    R shifted(Shifted operand);

    R entryDate(EntryDate operand);

    R entryValue(EntryValue operand);

    R element(Element operand);
  }

  /** The content of a field that is not an array. */
  record Field(FieldId id) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.of(id);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.field(this);
    }
  }

  /** A date that the service gives, such as PPED. */
  record Day(String name) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.day(this);
    }
  }

  /** A date written in the rule. */
  record FixedDay(LocalDate date) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fixedDay(this);
    }
  }

  /** A number to compare a value with, in that value's unit. */
  record Number(BigDecimal number) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** An age in completed years. */
  record Years(int years) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.years(this);
    }
  }

  /** A date moved by a number of calendar units; offsets do not chain, so {@code base} is never shifted itself. */
  record Shifted(Operand base, int amount, DateUnit unit) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return base.fields();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shifted(this);
    }
  }

  /** The date of the entry under test in a {@code where}. */
  record EntryDate() implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryDate(this);
    }
  }

  /**
   * The value of the entry under test in a {@code where}.
   *
   * @param unit the unit it is read in: a value with another unit is not seen; empty when any will do, as for
   *     {@code value is recorded}
   */
  record EntryValue(Optional<Unit> unit) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryValue(this);
    }
  }

  /** The entry of an array of values on a day. */
  record Element(FieldId array, Operand on) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.concat(Stream.of(array), on.fields());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }
}
