package uk.rubric.extract.parquet;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.parquet.column.Dictionary;

/**
 * Moments, counted from 1970-01-01: midnight is its day, and others are as {@code 2021-03-31T09:30}, with {@code Z}
 * when they are in universal time. What is midnight there is in Britain the same day, in winter and in summer.
 */
final class MomentCell extends Cell {
  /** What is counted. */
  enum Unit {
    MILLIS(1_000), MICROS(1_000_000), NANOS(1_000_000_000);

    private final long second;

    Unit(long second) {
      this.second = second;
    }
  }

  private static final int NANOS = 1_000_000_000;

  private final Unit unit;
  private final boolean utc;

  MomentCell(Line line, Unit unit, boolean utc) {
    super(line);
    this.unit = unit;
    this.utc = utc;
  }

  @Override
  public void addLong(long value) {
    long nanos = Math.floorMod(value, unit.second) * (NANOS / unit.second);
    long seconds = Math.floorDiv(value, unit.second);
    write(line, LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC), utc);
  }

  @Override
  void add(Dictionary values, int id) {
    addLong(values.decodeToLong(id));
  }

  static void write(Line line, LocalDateTime moment, boolean utc) {
    if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      DayCell.write(line, moment.toLocalDate());
    } else {
      line.put(moment + (utc ? "Z" : ""));
    }
  }
}
