package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.Unit;

/** How a field gets its content. Immutable. */
public sealed interface FieldDefinition {
  <R> R accept(Visitor<R> visitor);

  /** The fields that must be known first, in the order of the text. */
  Set<FieldId> references();

  /** One method a form, none with a default. */
  interface Visitor<R> {
    R patientId(PatientId form);

    R ageAt(AgeAt form);

    R pick(Pick form);

    R allDays(AllDays form);

    R reading(Reading form);

    R readingOnEach(ReadingOnEach form);

    R extremeOf(ExtremeOf form);

    R element(Element form);
  }

  /** Where the entries of a pick come from. */
  sealed interface Source {
    /** Clinical entries whose code is in a cluster. Entries after ACHV_DAT are not seen. */
    record Cluster(ClusterId id) implements Source {}

    /** Starts of GMS registrations at the practice; seen whole. */
    record Registration() implements Source {}

    /** Ends of GMS registrations at the practice; seen whole. */
    record Deregistration() implements Source {}
  }

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

  /** Completed years on a day. One born on 29 February completes a year on 1 March of a common year. */
  record AgeAt(Operand day) implements FieldDefinition {
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
      return inOrder(where.stream().flatMap(Condition::operands).flatMap(Operand::fields));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pick(this);
    }
  }

  /** The set of days of the entries that satisfy {@code where}. */
  record AllDays(Source source, Optional<Condition> where) implements FieldDefinition {
    @Override
    public Set<FieldId> references() {
      return inOrder(where.stream().flatMap(Condition::operands).flatMap(Operand::fields));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allDays(this);
    }
  }

  /** The highest or lowest value, in {@code unit}, of the entries on a day; entries without a value are passed over. */
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

  /** The latest or earliest of some dates; missing ones are passed over. */
  record ExtremeOf(boolean latest, List<FieldId> fields) implements FieldDefinition {
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

  private static Set<FieldId> inOrder(Stream<FieldId> fields) {
    return fields.collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
