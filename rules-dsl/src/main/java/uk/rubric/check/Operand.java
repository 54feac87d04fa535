package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** One side of a comparison: a date, a value or an age, or nothing when it is not recorded. Immutable. */
public sealed interface Operand {
  /** The fields that must be known to know it. */
  Stream<FieldId> fields();

  /** Whether it is something of the entry under test in a {@code where}. */
  default boolean isOfEntry() {
    return false;
  }

  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R field(Field operand);

    R day(Day operand);

    R fixedDay(FixedDay operand);

    R number(Number operand);

    R age(Age operand);

    R shifted(Shifted operand);

    R entryDate(EntryDate operand);

    R entryValue(EntryValue operand);

    R element(Element operand);

    R attained(Attained operand);

    R count(Count operand);

    R bound(Bound operand);

    R entryEpisode(EntryEpisode operand);

    R classification(Classification operand);
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

  /** An age in completed units: years, or months where it is compared with an age in months. */
  record Age(int completed) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.age(this);
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
    public boolean isOfEntry() {
      return true;
    }

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
    public boolean isOfEntry() {
      return true;
    }

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

  /**
   * The first day on which the patient has completed an age: for one born on 31 January, a month on 1 March; for one
   * born on 29 February, a year on 1 March of a common year (language, meaning 4).
   */
  record Attained(int amount, DateUnit unit) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attained(this);
    }
  }

  /** How many entries an array has: a plain number, 0 for none. */
  record Count(FieldId array) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.of(array);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.count(this);
    }
  }

  /**
   * The entry of an array that is looked at: its day, or its value for an array of values.
   *
   * @param name as the rule calls it
   */
  record Bound(String name, FieldId array) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.of(array);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bound(this);
    }
  }

  /** The episode of the entry under test in a {@code where}: a label. */
  record EntryEpisode() implements Operand {
    @Override
    public boolean isOfEntry() {
      return true;
    }

    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryEpisode(this);
    }
  }

  /** The label that a classification gives; none when the patient is not of its population. */
  record Classification(PopulationId id) implements Operand {
    @Override
    public Stream<FieldId> fields() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.classification(this);
    }
  }
}
