package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.syntax.ExpressionNode.Keeping;
import uk.rubric.syntax.ExpressionNode.Over;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.value.DateUnit;

/** Checked arithmetic over a practice's counts and a service's parameters. Immutable. */
public sealed interface Formula {
  /** What the formula yields. */
  Kind kind();

  <R> R accept(Visitor<R> visitor);

  /** Kinds of figures: only like is added to like, money times money is no money. */
  enum Kind {
    /** A plain number, which goes with any number of patients and any ratio. */
    NUMBER,
    /** A part of a whole: 10 % is 0.10. */
    RATIO,
    /** How many patients, or whatever else an indicator counts. */
    PATIENTS,
    POINTS,
    /** Pounds. */
    MONEY,
    /** A day. */
    DATE
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

    R payment(Payment formula);

    R sizeOfClass(SizeOfClass formula);

    R pointsOfIndicator(PointsOfIndicator formula);

    R countOf(CountOf formula);

    R slide(Slide formula);

    R bestOf(BestOf formula);

    R choice(Choice formula);

    R rounded(Rounded formula);

    R previous(Previous formula);

    R evidence(Evidence formula);

    R sumOver(SumOver formula);

    R shareOf(ShareOf formula);

    R day(Day formula);

    R fixedDay(FixedDay formula);

    R edge(Edge formula);

    R shifted(Shifted formula);
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

  /** {@code LIST}: the list size; {@code WEIGHTED_LIST} as the formula for the global sum weights it. */
  record ListSize(boolean weighted) implements Formula {
    /** The list size as it is. */
    public ListSize() {
      this(false);
    }

    @Override
    public Kind kind() {
      return Kind.PATIENTS;
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
      return Kind.PATIENTS;
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
      return Kind.RATIO;
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

  /** A payment of the same service: what sums, shares and the year before are asked of. */
  record Payment(String name) implements Formula {
    @Override
    public Kind kind() {
      return Kind.MONEY;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.payment(this);
    }
  }

  /** How many patients a classification gave one label. */
  record SizeOfClass(PopulationId classification, String label) implements Formula {
    @Override
    public Kind kind() {
      return Kind.PATIENTS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sizeOfClass(this);
    }
  }

  /** The points that one indicator earned. */
  record PointsOfIndicator(String indicator) implements Formula {
    @Override
    public Kind kind() {
      return Kind.POINTS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pointsOfIndicator(this);
    }
  }

  /** A count of an indicator: {@code numerator of DM020}. */
  record CountOf(Counted counted, String indicator) implements Formula {
    @Override
    public Kind kind() {
      return Kind.PATIENTS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.countOf(this);
    }
  }

  /**
   * {@code slide(X, LOW, HIGH)}: (X - LOW) / (HIGH - LOW), not below 0 and not above 1. Of the achievement of an empty
   * denominator it is 0.
   */
  record Slide(Formula value, Formula lower, Formula upper) implements Formula {
    @Override
    public Kind kind() {
      return Kind.RATIO;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.slide(this);
    }
  }

  /** The highest or lowest of several; at least one. */
  record BestOf(boolean highest, List<Formula> parts, Kind kind) implements Formula {
    public BestOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bestOf(this);
    }
  }

  /** {@code if COND then A else B}; only the one that is chosen is computed. */
  record Choice(FigureCondition condition, Formula whenTrue, Formula whenFalse, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** A figure that is rounded where it stands. */
  record Rounded(Formula value, CheckedService.Rounding rounding) implements Formula {
    @Override
    public Kind kind() {
      return value.kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rounded(this);
    }
  }

  /** What a measure, payment, count or points came to in the year before, as the history tells. */
  record Previous(Formula figure) implements Formula {
    @Override
    public Kind kind() {
      return figure.kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.previous(this);
    }
  }

  /** The answer of an evidence that is a number or a date. */
  record Evidence(String name, Kind kind) implements Formula {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evidence(this);
    }
  }

  /** A figure added up over patients, practices, months or quarters; a cap stands with {@code PATIENTS} alone. */
  record SumOver(Formula figure, Over over, Optional<Cap> cap) implements Formula {
    @Override
    public Kind kind() {
      return figure.kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sumOver(this);
    }
  }

  /**
   * The part of a whole, in proportion to the weights and by largest remainder, in steps of the figure's rounding.
   *
   * @param whole of an organisation above, or of a longer stretch
   * @param weight empty for equal parts, a month or quarter each
   */
  record ShareOf(Formula whole, Optional<Formula> weight) implements Formula {
    @Override
    public Kind kind() {
      return whole.kind();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shareOf(this);
    }
  }

  /** A date that the service gives, such as PPED. */
  record Day(String name) implements Formula {
    @Override
    public Kind kind() {
      return Kind.DATE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.day(this);
    }
  }

  /** A date that is written out. */
  record FixedDay(LocalDate date) implements Formula {
    @Override
    public Kind kind() {
      return Kind.DATE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fixedDay(this);
    }
  }

  /** The first or last day of the period, or of the month or quarter that a figure is for. */
  record Edge(boolean start, Every stretch) implements Formula {
    @Override
    public Kind kind() {
      return Kind.DATE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.edge(this);
    }
  }

  /** A date moved by a number of calendar units. */
  record Shifted(Formula base, int amount, DateUnit unit) implements Formula {
    @Override
    public Kind kind() {
      return Kind.DATE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shifted(this);
    }
  }

  /** What of an indicator is counted. */
  enum Counted {
    NUMERATOR,
    DENOMINATOR,
    PCAS,
    EXCLUSIONS
  }

  /** At most so many items, and which ones; {@code keeping} is empty when all have one price. */
  record Cap(Formula most, Optional<Keeping> keeping) {}
}
