package uk.rubric.check;

import java.math.BigDecimal;
import uk.rubric.check.CheckedRuleset.PopulationId;

/** Checked arithmetic over a practice's counts and a service's parameters. Immutable. */
public sealed interface Formula {
  /** What the formula yields. */
  Kind kind();

  <R> R accept(Visitor<R> visitor);

  /** Kinds of figures: only like is added to like, money times money is no money. */
  enum Kind {
    NUMBER,
    POINTS,
    MONEY
  }

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R constant(Constant formula);

    R parameter(Parameter formula);

    R measure(Measure formula);

    R listSize(ListSize formula);

    R sizeOf(SizeOf formula);

    R pointsOf(PointsOf formula);

    R achievementOf(AchievementOf formula);

    R binary(Binary formula);
  }

  /** A number, percentage (10 % is 0.10) or amount written in the file. */
  record Constant(BigDecimal value, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** The value of a parameter at PPED. */
  record Parameter(String name, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /** A measure of the same service. */
  record Measure(String name, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.measure(this);
    }
  }

  /** {@code LIST}: the practice's list size. */
  record ListSize() implements Formula {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listSize(this);
    }
  }

  /** How many patients a register selects. */
  record SizeOf(PopulationId population) implements Formula {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sizeOf(this);
    }
  }

  /** The points that a table's indicators earned together. */
  record PointsOf(String table) implements Formula {
    @Override
    public Kind kind() {
      return Kind.POINTS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pointsOf(this);
    }
  }

  /** Numerator over denominator of an indicator. */
  record AchievementOf(String indicator) implements Formula {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.achievementOf(this);
    }
  }

  /** {@code +}, {@code -}, {@code *} or {@code /}. */
  record Binary(Formula left, char operator, Formula right, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }
}
