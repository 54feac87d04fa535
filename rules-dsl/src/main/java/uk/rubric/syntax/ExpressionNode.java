package uk.rubric.syntax;

import java.util.List;
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

    R slide(Slide expression);

    R bestOf(BestOf expression);

    R choice(Choice expression);

    R sizeOfClass(SizeOfClass expression);

    R sumOver(SumOver expression);

    R shareOf(ShareOf expression);

    R previousOf(PreviousOf expression);

    R edge(Edge expression);

    R call(Call expression);

    R rounded(Rounded expression);
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
    ACHIEVEMENT,
    NUMERATOR,
    DENOMINATOR,
    PCAS,
    EXCLUSIONS
  }

  /** {@code slide(X, LOW, HIGH)}: how far X lies between the two, from 0 to 1. */
  record Slide(ExpressionNode value, ExpressionNode lower, ExpressionNode upper, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.slide(this);
    }
  }

  /** {@code highest of (A, B)}, {@code lowest of (A, B)}. */
  record BestOf(boolean highest, List<ExpressionNode> parts, Span span) implements ExpressionNode {
    public BestOf {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bestOf(this);
    }
  }

  /** {@code if COND then A else B}. */
  record Choice(ConditionNode condition, ExpressionNode whenTrue, ExpressionNode whenFalse, Span span)
      implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** {@code size of (TIER = TWO)}. */
  record SizeOfClass(Name classification, Text label, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sizeOfClass(this);
    }
  }

  /** {@code sum of EARNED over patients capped at 120 patients keeping highest}. */
  record SumOver(Name figure, Over over, Optional<Cap> cap, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sumOver(this);
    }
  }

  /** What a sum runs over. */
  enum Over {
    PATIENTS,
    PRACTICES,
    MONTHS,
    QUARTERS
  }

  /** {@code capped at 120 patients keeping highest}. */
  record Cap(ExpressionNode most, Optional<Keeping> keeping, Span span) implements Node {}

  /** Which items a cap keeps: the dearest, the cheapest, or of each price its share. */
  enum Keeping {
    HIGHEST,
    LOWEST,
    SHARE
  }

  /**
   * {@code share of CAN04 by LIST}, {@code share of BLOCK by month}: one of {@code weight} and {@code part} is there.
   */
  record ShareOf(ExpressionNode whole, Optional<Name> weight, Optional<ServiceNode.Every> part, Span span)
      implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shareOf(this);
    }
  }

  /** {@code previous of CHECKED}, {@code previous of points of DM006}: what it came to the year before. */
  record PreviousOf(ExpressionNode figure, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.previousOf(this);
    }
  }

  /** {@code start of period}, {@code end of quarter}. */
  record Edge(boolean start, ServiceNode.Every stretch, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.edge(this);
    }
  }

  /** {@code QOF_PAY(DM020, 17, LOW = 35%)}: a block with its arguments. */
  record Call(Name block, List<Argument> arguments, Span span) implements ExpressionNode {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** One argument, with the name that it is for when that is written. */
  record Argument(Optional<Name> name, ExpressionNode value, Span span) implements Node {}

  /** The formula of a block that rounds, where it was used; {@code span} is that of the block's formula. */
  record Rounded(ExpressionNode value, ServiceNode.Rounding rounding, Span span) implements ExpressionNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rounded(this);
    }
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
