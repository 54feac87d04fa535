package uk.rubric.check;

import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;

/** A checked condition: two-valued, both sides of a comparison of one type and unit. Immutable. */
public sealed interface Condition {
  /** Where it stands. */
  Span span();

  /** What it compares and tests, nested conditions included, in the order of the text. */
  Stream<Operand> operands();

  /** The registers, groups and classifications that must have decided first, in the order of the text. */
  Stream<PopulationId> populations();

  /** The questions on linked entries in it, those within another left out. */
  default Stream<SameEntry> linked() {
    return Stream.empty();
  }

  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R allOf(AllOf condition);

    R anyOf(AnyOf condition);

    R comparison(Comparison condition);

    R presence(Presence condition);

    R atLeast(AtLeast condition);

    R noneOf(NoneOf condition);

    R some(Some condition);

    R sameEntry(SameEntry condition);

    R member(Member condition);

    R oneOf(OneOf condition);

    R answer(Answer condition);
  }

  /** True when every part is; at least two parts. */
  record AllOf(List<Condition> parts, Span span) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Operand> operands() {
      return parts.stream().flatMap(Condition::operands);
    }

    @Override
    public Stream<PopulationId> populations() {
      return parts.stream().flatMap(Condition::populations);
    }

    @Override
    public Stream<SameEntry> linked() {
      return parts.stream().flatMap(Condition::linked);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allOf(this);
    }
  }

  /** True when some part is; at least two parts. */
  record AnyOf(List<Condition> parts, Span span) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Operand> operands() {
      return parts.stream().flatMap(Condition::operands);
    }

    @Override
    public Stream<PopulationId> populations() {
      return parts.stream().flatMap(Condition::populations);
    }

    @Override
    public Stream<SameEntry> linked() {
      return parts.stream().flatMap(Condition::linked);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anyOf(this);
    }
  }

  /** False when either side is not recorded, {@code =} and {@code <>} included (language, meaning 2). */
  record Comparison(Operand left, Comparator comparator, Operand right, Span span) implements Condition {
    @Override
    public Stream<Operand> operands() {
      return Stream.of(left, right);
    }

    @Override
    public Stream<PopulationId> populations() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** {@code is recorded} or {@code is not recorded}: the only tests of presence. */
  record Presence(Operand subject, boolean recorded, Span span) implements Condition {
    @Override
    public Stream<Operand> operands() {
      return Stream.of(subject);
    }

    @Override
    public Stream<PopulationId> populations() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.presence(this);
    }
  }

  /** True when at least {@code least} of the parts are; {@code least} from 1 to the number of parts. */
  record AtLeast(int least, List<Condition> parts, Span span) implements Condition {
    public AtLeast {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Operand> operands() {
      return parts.stream().flatMap(Condition::operands);
    }

    @Override
    public Stream<PopulationId> populations() {
      return parts.stream().flatMap(Condition::populations);
    }

    @Override
    public Stream<SameEntry> linked() {
      return parts.stream().flatMap(Condition::linked);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.atLeast(this);
    }
  }

  /** True when no part is. */
  record NoneOf(List<Condition> parts, Span span) implements Condition {
    public NoneOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Operand> operands() {
      return parts.stream().flatMap(Condition::operands);
    }

    @Override
    public Stream<PopulationId> populations() {
      return parts.stream().flatMap(Condition::populations);
    }

    @Override
    public Stream<SameEntry> linked() {
      return parts.stream().flatMap(Condition::linked);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noneOf(this);
    }
  }

  /**
   * True when {@code has} holds for some entry of an array; {@code some} over nothing is false (language, meaning 2).
   *
   * @param entry stands for the entry looked at within {@code has}
   */
  record Some(Operand.Bound entry, Condition has, Span span) implements Condition {
    /** The entry itself stands for the array, which must be known even when {@code has} does not look at it. */
    @Override
    public Stream<Operand> operands() {
      return Stream.concat(Stream.of(entry), has.operands());
    }

    @Override
    public Stream<PopulationId> populations() {
      return has.populations();
    }

    @Override
    public Stream<SameEntry> linked() {
      return has.linked();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.some(this);
    }
  }

  /**
   * Within a {@code where}: true when some clinical entry of {@code cluster} that is linked to the one under test
   * satisfies {@code has}, in which {@code date}, {@code value} and {@code episode} are those of the linked one. Two
   * entries are linked when one is the parent of the other, or both have one parent; an entry is linked to itself.
   */
  record SameEntry(ClusterId cluster, Condition has, Span span) implements Condition {
    /** Without what {@code has} asks of the linked entry, which is another than the one under test. */
    @Override
    public Stream<Operand> operands() {
      return has.operands().filter(operand -> !operand.isOfEntry());
    }

    @Override
    public Stream<SameEntry> linked() {
      return Stream.of(this);
    }

    @Override
    public Stream<PopulationId> populations() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sameEntry(this);
    }
  }

  /** {@code in DM_REG}: whether that register or group, and all it stands on, select the patient. */
  record Member(PopulationId population, boolean in, Span span) implements Condition {
    @Override
    public Stream<Operand> operands() {
      return Stream.empty();
    }

    @Override
    public Stream<PopulationId> populations() {
      return Stream.of(population);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /**
   * Whether a label is one of some ({@code in}), or is another; false when there is no label, either way.
   *
   * @param subject a classification, a field that holds a label, or the episode of the entry under test
   */
  record OneOf(Operand subject, List<String> labels, boolean in, Span span) implements Condition {
    public OneOf {
      labels = List.copyOf(labels);
    }

    @Override
    public Stream<Operand> operands() {
      return Stream.of(subject);
    }

    @Override
    public Stream<PopulationId> populations() {
      return subject instanceof Operand.Classification c ? Stream.of(c.id()) : Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOf(this);
    }
  }

  /** {@code DONE is yes} or {@code DONE is no} of a yes-or-no field, which is always known. */
  record Answer(Operand.Field subject, boolean yes, Span span) implements Condition {
    @Override
    public Stream<Operand> operands() {
      return Stream.of(subject);
    }

    @Override
    public Stream<PopulationId> populations() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.answer(this);
    }
  }
}
