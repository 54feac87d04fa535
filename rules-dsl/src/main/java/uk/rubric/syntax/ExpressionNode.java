package uk.rubric.syntax;

import java.util.Optional;
import uk.rubric.source.Span;

/** A date, number, amount of money or reference, as written; the checker gives it a type. */
public sealed interface ExpressionNode extends Node {
  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R binary(Binary expression);

    R number(Number expression);

    R percent(Percent expression);

    R money(Money expression);

    R date(DateLiteral expression);

    R reference(Reference expression);

    R entryDate(EntryDate expression);

    R entryValue(EntryValue expression);

    R of(Of expression);

    R entryEpisode(EntryEpisode expression);

    R attained(Attained expression);

    R countOf(CountOf expression);

    R label(Label expression);
  }

  /** {@code A + B}, {@code A - B}, {@code A * B}, {@code A / B}. */
  record Binary(ExpressionNode left, char operator, ExpressionNode right, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code 58}, {@code 58 mmol/mol}, {@code 12 months}. */
  record Number(Text digits, Optional<Text> unit, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** {@code 10%}; {@code digits} without the sign. */
  record Percent(Text digits, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.percent(this);
    }
  }

  /** {@code £201.16}; {@code digits} without the sign. */
  record Money(Text digits, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.money(this);
    }
  }

  /** {@code 2013-04-01}; may be no day of the calendar, which the checker says. */
  record DateLiteral(Text date, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(this);
    }
  }

  /** {@code DM_DAT}, or {@code BPSYS_VAL[] on date}. */
  record Reference(Name name, Optional<ExpressionNode> on, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /** {@code date}: that of the entry under test. */
  record EntryDate(Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryDate(this);
    }
  }

  /** {@code value}: that of the entry under test. */
  record EntryValue(Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryValue(this);
    }
  }

  /** {@code size of DM_REG}, {@code points of DM}, {@code achievement of DM020}. */
  record Of(OfKind kind, Name name, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.of(this);
    }
  }

  /** What is asked of a register, a table of points or an indicator. */
  enum OfKind {
    SIZE,
    POINTS,
    ACHIEVEMENT
  }

  /** {@code episode}: that of the entry under test. */
  record EntryEpisode(Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entryEpisode(this);
    }
  }

  /** {@code age 8 months}: the first day on which that age is completed. */
  record Attained(Text digits, Text unit, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attained(this);
    }
  }

  /** {@code count of DTP_DAT[]}. */
  record CountOf(Name array, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.countOf(this);
    }
  }

  /** {@code "White - British"}: a label of a classification; a label that is a name is a {@link Reference}. */
  record Label(Text text, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.label(this);
    }
  }
}
