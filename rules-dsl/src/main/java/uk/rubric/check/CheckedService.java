package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.source.Span;
import uk.rubric.syntax.ServiceNode.DayKind;
import uk.rubric.syntax.ServiceNode.RoundingKind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/**
 * One service: its period, what it uses and what it pays. Immutable.
 *
 * @param status how binding it is; a file that does not say is a draft
 * @param uses the rule sets, in the order of the report; each stands in {@link CheckedRules}
 * @param measures each needs only measures before it
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
    Span span) {
  public CheckedService {
    days = List.copyOf(days);
    uses = List.copyOf(uses);
    parameters = List.copyOf(parameters);
    measures = List.copyOf(measures);
    pointsTables = List.copyOf(pointsTables);
    pays = List.copyOf(pays);
    notes = List.copyOf(notes);
  }

  /** Whether the service says what it pays. */
  public boolean hasPayments() {
    return !pays.isEmpty();
  }

  /** A date of the service; {@code fixed} is given for {@link DayKind#FIXED} alone. */
  public record Day(String name, DayKind kind, Optional<LocalDate> fixed) {}

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

  /** A figure that is computed for each practice. */
  public record Measure(
      String name,
      String title,
      Formula.Kind kind,
      Formula formula,
      Optional<Rounding> rounding,
      List<Note> notes,
      Span span) {
    public Measure {
      notes = List.copyOf(notes);
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
   * Points of one indicator.
   *
   * @param thresholds empty when the points are earned by producing the register
   */
  public record PointsRow(
      String indicator, BigDecimal points, Optional<Thresholds> thresholds, List<Note> notes, Span span) {
    public PointsRow {
      notes = List.copyOf(notes);
    }
  }

  /** As fractions of one: 35 % is 0.35; lower is below upper, both from 0 to 1. */
  public record Thresholds(BigDecimal lower, BigDecimal upper) {}

  /**
   * An amount of money for each practice.
   *
   * @param sharedBy the table whose indicators share the amount by their points, if any
   */
  public record Pay(
      String name,
      String title,
      Formula formula,
      Rounding rounding,
      Optional<String> sharedBy,
      List<Note> notes,
      Span span) {
    public Pay {
      notes = List.copyOf(notes);
    }
  }
}
