package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.source.Span;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.DayKind;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;
import uk.rubric.syntax.ServiceNode.RoundingKind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/**
 * One service: its period, what it uses and what it pays. Immutable.
 *
 * @param status how binding it is; a file that does not say is a draft
 * @param uses the rule sets, in the order of the report; each stands in {@link CheckedRules}
 * @param measures each needs only measures before it, payments apart
 * @param dividedBy into what parts the period falls: months, or quarters; empty when figures are for all of it
 * @param evidence what organisations hand in
 */
public record CheckedService(
    String name,
    String title,
    Optional<String> authority,
    StatusKind status,
    LocalDate periodStart,
    LocalDate periodEnd,
    List<Day> days,
    List<RulesetId> uses,
    Optional<ClusterFolder> clusterFolder,
    List<Parameter> parameters,
    List<Measure> measures,
    List<PointsTable> pointsTables,
    List<Pay> pays,
    List<Note> notes,
    Optional<Every> dividedBy,
    List<Evidence> evidence,
    Span span) {
  public CheckedService {
    evidence = List.copyOf(evidence);
    days = List.copyOf(days);
    uses = List.copyOf(uses);
    parameters = List.copyOf(parameters);
    measures = List.copyOf(measures);
    pointsTables = List.copyOf(pointsTables);
    pays = List.copyOf(pays);
    notes = List.copyOf(notes);
  }

  /** A service that is not divided and asks for no evidence. */
  public CheckedService(
      String name,
      String title,
      Optional<String> authority,
      StatusKind status,
      LocalDate periodStart,
      LocalDate periodEnd,
      List<Day> days,
      List<RulesetId> uses,
      Optional<ClusterFolder> clusterFolder,
      List<Parameter> parameters,
      List<Measure> measures,
      List<PointsTable> pointsTables,
      List<Pay> pays,
      List<Note> notes,
      Span span) {
    this(name, title, authority, status, periodStart, periodEnd, days, uses, clusterFolder, parameters, measures,
        pointsTables, pays, notes, Optional.empty(), List.of(), span);
  }

  /** The evidence of that name. */
  public Optional<Evidence> evidence(String wanted) {
    return evidence.stream().filter(e -> e.name().equals(wanted)).findFirst();
  }

  /** The measure of that name. */
  public Optional<Measure> measure(String wanted) {
    return measures.stream().filter(m -> m.name().equals(wanted)).findFirst();
  }

  /** The payment of that name. */
  public Optional<Pay> pay(String wanted) {
    return pays.stream().filter(p -> p.name().equals(wanted)).findFirst();
  }

  /** Whether the service says what it pays. */
  public boolean hasPayments() {
    return !pays.isEmpty();
  }

  /** What practices choose a day by, each its own for every part of the period of that length. */
  public record Chosen(String evidence, Every every) {}

  /**
   * A date of the service.
   *
   * @param fixed given for {@link DayKind#FIXED} alone
   * @param chosen given for {@link DayKind#CHOSEN} alone: the day is another for each practice
   */
  public record Day(String name, DayKind kind, Optional<LocalDate> fixed, Optional<Chosen> chosen) {
    /** A day that is the same for all practices. */
    public Day(String name, DayKind kind, Optional<LocalDate> fixed) {
      this(name, kind, fixed, Optional.empty());
    }

    /** Whether it goes with the achievement date, for all practices. */
    public boolean moves() {
      return kind == DayKind.RUN_DATE || kind.part().isPresent();
    }

    /**
     * The date of a run; empty for one that each practice chooses.
     *
     * @param period of the run
     * @param achievementDate not before the period; after it, the last month or quarter counts
     */
    public Optional<LocalDate> in(Stretch period, LocalDate achievementDate) {
      return switch (kind) {
        case START_OF_PERIOD -> Optional.of(period.start());
        case END_OF_PERIOD -> Optional.of(period.end());
        case RUN_DATE -> Optional.of(achievementDate);
        case FIXED -> Optional.of(fixed.orElse(period.end()));
        case START_OF_MONTH, START_OF_QUARTER -> Optional.of(around(period, achievementDate).start());
        case END_OF_MONTH, END_OF_QUARTER -> Optional.of(around(period, achievementDate).end());
        case CHOSEN -> Optional.empty();
      };
    }

    /** The part of the period that decides the day: in which the achievement date lies, or the last one before it. */
    public Stretch around(Stretch period, LocalDate achievementDate) {
      Every every = chosen.map(Chosen::every).or(kind::part).orElse(Every.YEAR);
      List<Stretch> parts = Stretch.of(period.start(), period.end(), every);
      return parts.stream()
          .filter(part -> !part.end().isBefore(achievementDate))
          .findFirst()
          .orElse(parts.get(parts.size() - 1));
    }
  }

  /** The folder that the service names for its code clusters, relative to the file of {@code span}. */
  public record ClusterFolder(String path, Span span) {}

  /** A figure by date: values in the order of the file, of one kind, validities not overlapping. */
  public record Parameter(String name, String title, Formula.Kind kind, List<ParameterValue> values, Span span) {
    public Parameter {
      values = List.copyOf(values);
    }

    /** The value in force on a day. */
    public Optional<ParameterValue> on(LocalDate day) {
      return values.stream().filter(v -> v.covers(day)).findFirst();
    }
  }

  /** A value with the days, both included, on which it is in force; no bound means always. */
  public record ParameterValue(
      BigDecimal value, Optional<LocalDate> start, Optional<LocalDate> end, List<Note> notes, Span span) {
    public ParameterValue {
      notes = List.copyOf(notes);
    }

    boolean covers(LocalDate day) {
      return start.map(s -> !day.isBefore(s)).orElse(true) && end.map(e -> !day.isAfter(e)).orElse(true);
    }
  }

  /** For whom a figure is computed, and for which part of the period; a year is the whole of it. */
  public record Each(Level level, Every every) {
    /** For each practice and the whole period. */
    public static final Each PRACTICE = new Each(Level.PRACTICE, Every.YEAR);
  }

  /** A typed fact from outside, which may be unknown. */
  public record Evidence(
      String name, String title, AnswerKind kind, Each each, List<Note> notes, Span span) {
    public Evidence {
      notes = List.copyOf(notes);
    }
  }

  /** A figure that is computed, for each practice or at another level. */
  public record Measure(
      String name,
      String title,
      Each each,
      Formula.Kind kind,
      Formula formula,
      Optional<Rounding> rounding,
      List<String> blocks,
      List<Note> notes,
      Span span) {
    public Measure {
      blocks = List.copyOf(blocks);
      notes = List.copyOf(notes);
    }

    /** A measure of each practice for the whole period. */
    public Measure(
        String name,
        String title,
        Formula.Kind kind,
        Formula formula,
        Optional<Rounding> rounding,
        List<Note> notes,
        Span span) {
      this(name, title, Each.PRACTICE, kind, formula, rounding, List.of(), notes, span);
    }
  }

  /** To the nearest multiple of {@code step}, which is above zero. */
  public record Rounding(RoundingKind kind, BigDecimal step) {}

  /** Points and thresholds of one area. */
  public record PointsTable(String name, String title, List<PointsRow> rows, Span span) {
    public PointsTable {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Points of one indicator, or of an evidence of each practice that is answered with yes or no.
   *
   * @param indicator its name, or that of the evidence: a service has but one thing of a name in its tables of points
   * @param thresholds empty when the points are earned by producing the register, or by a yes
   * @param isProtected whether the points are frozen at those of the year before
   */
  public record PointsRow(
      String indicator,
      BigDecimal points,
      Optional<Thresholds> thresholds,
      boolean isProtected,
      List<Note> notes,
      Span span) {
    public PointsRow {
      notes = List.copyOf(notes);
    }

    /** Points that are earned this year. */
    public PointsRow(
        String indicator, BigDecimal points, Optional<Thresholds> thresholds, List<Note> notes, Span span) {
      this(indicator, points, thresholds, false, notes, span);
    }
  }

  /** As fractions of one: 35 % is 0.35; lower is below upper, both from 0 to 1. */
  public record Thresholds(BigDecimal lower, BigDecimal upper) {}

  /**
   * An amount of money for each practice, or at another level.
   *
   * @param when what it hangs on; nothing is earned when that is false, and it is pending while that is unknown
   * @param sharedBy the table whose indicators share the amount by their points, if any
   * @param notBefore the first achievement date on which it can be measured
   * @param blocks the blocks that its formula was written with
   */
  public record Pay(
      String name,
      String title,
      Each each,
      Formula formula,
      Rounding rounding,
      Optional<FigureCondition> when,
      Optional<String> sharedBy,
      Optional<LocalDate> notBefore,
      List<String> blocks,
      List<Note> notes,
      Span span) {
    public Pay {
      blocks = List.copyOf(blocks);
      notes = List.copyOf(notes);
    }

    /** A payment to each practice for the whole period, on no condition. */
    public Pay(
        String name,
        String title,
        Formula formula,
        Rounding rounding,
        Optional<String> sharedBy,
        List<Note> notes,
        Span span) {
      this(name, title, Each.PRACTICE, formula, rounding, Optional.empty(), sharedBy, Optional.empty(), List.of(),
          notes,
          span);
    }
  }
}
