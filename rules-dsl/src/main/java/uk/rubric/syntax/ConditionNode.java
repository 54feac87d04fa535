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

    R quantified(Quantified condition);

    R some(Some condition);

    R sameEntry(SameEntry condition);

    R member(Member condition);

    R oneOf(OneOf condition);

    R answer(Answer condition);
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

  /** {@code all of (…)}, {@code any of (…)}, {@code none of (…)}, {@code at least 6 of (…)}; the last has a number. */
  record Quantified(Quantity quantity, Optional<Text> number, List<ConditionNode> parts, Span span)
      implements ConditionNode {
    public Quantified {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.quantified(this);
    }
  }

  /** How many of some conditions must hold. */
  enum Quantity {
    ALL,
    ANY,
    NONE,
    AT_LEAST
  }

  /**
   * {@code some REV_DAT[] has (…)}: within, the array's name without brackets, or {@code alias}, is the entry looked
   * at. {@code some REV_DAT[] = X} and {@code some REV_DAT[] after X} are read as the same with the entry on the left.
   */
  record Some(Name array, Optional<Name> alias, ConditionNode has, Span span) implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.some(this);
    }
  }

  /** {@code some SYS_COD of same entry has (…)}, within a {@code where}. */
  record SameEntry(Name cluster, ConditionNode has, Span span) implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sameEntry(this);
    }
  }

  /** {@code in DM_REG}, {@code not in DM_REG}. */
  record Member(Name population, boolean in, Span span) implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /** {@code TIER is one of (ONE, TWO)}, {@code is not one of}. */
  record OneOf(ExpressionNode subject, List<Text> labels, boolean in, Span span) implements ConditionNode {
    public OneOf {
      labels = List.copyOf(labels);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOf(this);
    }
  }

  /** {@code DONE is yes}, {@code AUDIT is unknown}. */
  record Answer(ExpressionNode subject, AnswerKind answer, Span span) implements ConditionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.answer(this);
    }
  }

  /** The answers to a question. */
  enum AnswerKind {
    YES,
    NO,
    UNKNOWN
  }
}
