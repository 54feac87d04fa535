package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * {@code service QOF_2021_22 "…" { … }}.
 *
 * @param amends the service whose items it takes over, with {@code changes}; neither is left once it is composed
 */
public record ServiceNode(
    Name name, Optional<Text> title, Optional<Name> amends, List<Item> items, List<ServiceChangeNode> changes,
    Span span)
    implements Node {
  public ServiceNode {
    items = List.copyOf(items);
    changes = List.copyOf(changes);
  }

  /** One line or block of a service. */
  public sealed interface Item extends Node {
    <R> R accept(Visitor<R> visitor);
  }

  /** One method an item, none with a default. */
  public interface Visitor<R> {
    R authority(Authority item);

    R status(Status item);

    R period(Period item);

    R dayGiven(DayGiven item);

    R uses(Uses item);

    R clusterFolder(ClusterFolder item);

    R parameter(Parameter item);

    R measure(Measure item);

    R pointsTable(PointsTable item);

    R pay(Pay item);

    R evidence(Evidence item);

    R block(Block item);

    R pointsTotal(PointsTotal item);
  }

  /** {@code authority "NHS England"}. */
  public record Authority(Text text, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.authority(this);
    }
  }

  /** {@code status official}. */
  public record Status(StatusKind kind, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.status(this);
    }
  }

  /** How binding a service is. */
  public enum StatusKind {
    DRAFT,
    OFFICIAL,
    UNOFFICIAL
  }

  /** {@code period from 2021-04-01 to 2022-03-31 by quarter}; {@code by} is month or quarter. */
  public record Period(Text start, Text end, Optional<Every> by, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.period(this);
    }
  }

  /** Whom a figure is for. */
  public enum Level {
    PATIENT,
    PRACTICE,
    PCN,
    ICB
  }

  /** Which part of the service's period a figure is for; a year is the whole of it. */
  public enum Every {
    MONTH,
    QUARTER,
    YEAR
  }

  /** {@code per practice per quarter}. */
  public record Each(Level level, Every every, Span span) implements Node {}

  /**
   * {@code day PPED = end of period}.
   *
   * @param fixed given for {@link DayKind#FIXED} alone
   * @param evidence given for {@link DayKind#CHOSEN} alone
   */
  public record DayGiven(Name name, DayKind kind, Optional<Text> fixed, Optional<Name> evidence, Span span)
      implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dayGiven(this);
    }
  }

  /** What fixes a day of a service. */
  public enum DayKind {
    START_OF_PERIOD,
    END_OF_PERIOD,
    /** Of the month of the period in which the run date lies. */
    START_OF_MONTH,
    END_OF_MONTH,
    /** Of the quarter of the period in which the run date lies. */
    START_OF_QUARTER,
    END_OF_QUARTER,
    RUN_DATE,
    FIXED,
    /** What each practice hands in as its own. */
    CHOSEN;

    /** The part of the period whose edge it is, if it is one. */
    public Optional<Every> part() {
      return switch (this) {
        case START_OF_MONTH, END_OF_MONTH -> Optional.of(Every.MONTH);
        case START_OF_QUARTER, END_OF_QUARTER -> Optional.of(Every.QUARTER);
        case START_OF_PERIOD, END_OF_PERIOD, RUN_DATE, FIXED, CHOSEN -> Optional.empty();
      };
    }
  }

  /** {@code use DM version 46.0, HYP version 46.0}. */
  public record Uses(List<Use> uses, Span span) implements Item {
    public Uses {
      uses = List.copyOf(uses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.uses(this);
    }
  }

  /** {@code DM version 46.0}; the version may be left out when only one is given. */
  public record Use(Name ruleset, Optional<Text> version, Span span) implements Node {}

  /** {@code clusters "../clusters"}: a folder, relative to this file. */
  public record ClusterFolder(Text path, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clusterFolder(this);
    }
  }

  /** {@code parameter POINT_VALUE = £201.16 from … to … cite "…"}. */
  public record Parameter(
      Name name,
      Optional<Text> title,
      ExpressionNode value,
      Optional<Text> start,
      Optional<Text> end,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Parameter {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /** {@code measure CPI per practice = LIST / AVERAGE_LIST rounded …}. */
  public record Measure(
      Name name,
      Optional<Text> title,
      Each each,
      ExpressionNode value,
      Optional<Rounding> rounding,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Measure {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.measure(this);
    }
  }

  /** {@code rounded half up to £0.01}; {@code step} without the pound sign. */
  public record Rounding(RoundingKind kind, Text step, boolean money, Span span) implements Node {}

  /** The ways to round; half up and half even are at the exact middle. */
  public enum RoundingKind {
    HALF_UP,
    HALF_EVEN,
    UP,
    DOWN
  }

  /** {@code points DM { DM017: 6 … }}. */
  public record PointsTable(Name name, Optional<Text> title, List<PointsRow> rows, Span span) implements Item {
    public PointsTable {
      rows = List.copyOf(rows);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pointsTable(this);
    }
  }

  /**
   * {@code total 564 points}: what the source says all points come to; {@code remainder 18} of them it does not spell
   * out.
   */
  public record PointsTotal(Text points, Optional<Text> remainder, List<NoteNode> notes, Span span) implements Item {
    public PointsTotal {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pointsTotal(this);
    }
  }

  /** {@code DM020: 17 from 35% to 75% protected}; thresholds without the percent sign. */
  public record PointsRow(
      Name indicator,
      Text points,
      Optional<Text> lower,
      Optional<Text> upper,
      boolean isProtected,
      List<NoteNode> notes,
      Span span)
      implements Node {
    public PointsRow {
      notes = List.copyOf(notes);
    }
  }

  /** {@code pay DM per practice = … rounded half up to £0.01 when … shared by points of DM not before 2025-10-01}. */
  public record Pay(
      Name name,
      Optional<Text> title,
      Each each,
      ExpressionNode value,
      Optional<Rounding> rounding,
      Optional<ConditionNode> when,
      Optional<Name> sharedBy,
      Optional<Text> notBefore,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Pay {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pay(this);
    }
  }

  /** {@code evidence AUDIT "…" = yes no per practice per year}. */
  public record Evidence(
      Name name, Optional<Text> title, AnswerKind kind, Each each, List<NoteNode> notes, Span span)
      implements Item {
    public Evidence {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evidence(this);
    }
  }

  /** What an evidence is an answer to. */
  public enum AnswerKind {
    YES_NO,
    NUMBER,
    DATE
  }

  /** {@code block QOF_PAY(IND, MAX, LOW, HIGH) = … rounded …}. */
  public record Block(
      Name name,
      List<Name> parameters,
      ExpressionNode value,
      Optional<Rounding> rounding,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Block {
      parameters = List.copyOf(parameters);
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }
}
