package uk.rubric.check;

import java.util.List;
import java.util.stream.Stream;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;

/** A checked condition: two-valued, both sides of a comparison of one type and unit. Immutable. */
public sealed interface Condition {
  /** Where it stands. */
  Span span();

  /** What it compares and tests, nested conditions included, in the order of the text. */
  Stream<Operand> operands();

  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R allOf(AllOf condition);

    R anyOf(AnyOf condition);

    R comparison(Comparison condition);

    R presence(Presence condition);
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
    public <R> R accept(Visitor<R> visitor) {
      return visitor.presence(this);
    }
  }
}
