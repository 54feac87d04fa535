package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** How a field gets its content. Immutable. */
public sealed interface FieldDefinition {
  <R> R accept(Visitor<R> visitor);

  /** The fields that must be known first, in the order of the text. */
  Set<FieldId> references();

  /** One method a form, none with a default. */
  interface Visitor<R> {
    R patientId(PatientId form);

    R sex(Sex form);

    R ageAt(AgeAt form);

    R pick(Pick form);

    R allDays(AllDays form);

    R allEntries(AllEntries form);

    R count(Count form);

    R reading(Reading form);

    R readingOnEach(ReadingOnEach form);

    R extremeOf(ExtremeOf form);

    R element(Element form);

    R conditional(Conditional form);

    R whether(Whether form);
  }

  /** Where the entries of a pick come from. */
  sealed interface Source {
    /** The field that must be known first, for an array. */
    default Stream<FieldId> fields() {
      return Stream.empty();
    }

    /** Clinical entries whose code is in a cluster. Entries after ACHV_DAT are not seen. */
    record Cluster(ClusterId id) implements Source {}

    /** Starts of GMS registrations at the practice; seen whole. */
    record Registration() implements Source {}

    /** Ends of GMS registrations at the practice; seen whole. */
    record Deregistration() implements Source {}

    /** The days or entries of an array. */
    record Array(FieldId id) implements Source {
      @Override
      public Stream<FieldId> fields() {
        return Stream.of(id);
      }
    }
  }

  /**
   * Which days or entries of a source are taken: first those that satisfy {@code where}, then those that are spaced,
   * then the latest or earliest few.
   *
   * @param spacing from the earliest on, a day is taken when it is at least so many days after the last that was taken
   * @param keep how many of the latest or earliest
   */
  record Selection(Source source, Optional<Condition> where, OptionalInt spacing, Optional<Keep> keep) {
    /** All entries of a source that satisfy {@code where}. */
    public static Selection of(Source source, Optional<Condition> where) {
      return new Selection(source, where, OptionalInt.empty(), Optional.empty());
    }

    Set<FieldId> references() {
      return inOrder(Stream.concat(source.fields(), fieldsOf(where)));
    }
  }

  /** The latest or earliest few; at least one. */
  record Keep(boolean latest, int number) {}

  /** The patient's identifier. */
  record PatientId() implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return Set.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.patientId(this);
    }
  }

  /** The patient's sex, as a label. */
  record Sex() implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return Set.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sex(this);
    }
  }

  /**
   * Completed years, or months, on a day; not recorded before birth. One born on 29 February completes a year on 1
   * March of a common year, one born on 31 January a month on 1 March.
   */
  record AgeAt(Operand day, DateUnit unit) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(day.fields());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ageAt(this);
    }
  }

  /** The latest or earliest date of the entries that satisfy {@code where}. */
  record Pick(boolean latest, Source source, Optional<Condition> where) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(Stream.concat(source.fields(), fieldsOf(where)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pick(this);
    }
  }

  /** A set of days. */
  record AllDays(Selection selection) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return selection.references();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allDays(this);
    }
  }

  /** Entries, of which two of one day are two. */
  record AllEntries(Selection selection) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return selection.references();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allEntries(this);
    }
  }

  /** How many days, or {@code entries}; 0 for none. */
  record Count(Selection selection, boolean entries) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return selection.references();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.count(this);
    }
  }

  /**
   * The highest, lowest or last entered value, in {@code unit}, of the entries on a day; entries without a value are
   * passed over.
   */
  record Reading(Extreme extreme, ClusterId cluster, FieldId on, Unit unit) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return Set.of(on);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reading(this);
    }
  }

  /** The same on each day of an array; a day without a value has no entry. */
  record ReadingOnEach(Extreme extreme, ClusterId cluster, FieldId days, Unit unit) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return Set.of(days);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readingOnEach(this);
    }
  }

  /** The greatest or least of some dates, or of some values of one unit; missing ones are passed over. */
  record ExtremeOf(boolean greatest, List<FieldId> fields) implements FieldDefinition {
    public ExtremeOf {
      fields = List.copyOf(fields);
    }

    @Override
    public Set<FieldId> references() {
      return inOrder(fields.stream());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.extremeOf(this);
    }
  }

  /** The entry of an array of values on the day that another field holds. */
  record Element(FieldId array, FieldId at) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(Stream.of(array, at));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }

  /** One of two dates, or of two values of one unit. */
  record Conditional(Condition condition, Operand whenTrue, Operand whenFalse) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(
          Stream.of(fieldsOf(Optional.of(condition)), whenTrue.fields(), whenFalse.fields()).flatMap(fields -> fields));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** Whether a condition holds: yes or no, never missing. */
  record Whether(Condition condition) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(fieldsOf(Optional.of(condition)));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whether(this);
    }
  }

  private static Stream<FieldId> fieldsOf(Optional<Condition> condition) {
    return condition.stream().flatMap(Condition::operands).flatMap(Operand::fields);
  }

  private static Set<FieldId> inOrder(Stream<FieldId> fields) {
    return fields.collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
