package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/** A condition as written. */
public sealed interface ConditionNode extends Node {
  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R junction(Junction condition);

    R comparison(Comparison condition);

    R within(Within condition);

    R presence(Presence condition);
  }

  /** {@code A and B and C}; {@code connectives} has one entry fewer than {@code parts}, and may mix (an error). */
  record Junction(List<ConditionNode> parts, List<Connective> connectives, Span span) implements ConditionNode {
    public Junction {
      parts = List.copyOf(parts);
      connectives = List.copyOf(connectives);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.junction(this);
    }
  }

  /** {@code and} or {@code or}, with its place. */
  record Connective(boolean and, Span span) implements Node {}

  /** {@code A <= B}. */
  record Comparison(ExpressionNode left, Comparator comparator, ExpressionNode right, Span span)
      implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** {@code A from B to C}: {@code from} and {@code to} include, {@code after} and {@code before} do not. */
  record Within(
      ExpressionNode subject,
      Optional<ExpressionNode> low,
      boolean lowIncluded,
      Optional<ExpressionNode> high,
      boolean highIncluded,
      Span span)
      implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.within(this);
    }
  }

  /** {@code A is recorded} or {@code A is not recorded}. */
  record Presence(ExpressionNode subject, boolean recorded, Span span) implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.presence(this);
    }
  }
}
