package uk.rubric.extract.parquet;

import java.time.LocalDate;
import org.apache.parquet.column.Dictionary;

/** Days, counted from 1970-01-01, as {@code 2021-03-31}. */
final class DayCell extends Cell {
  private static final int LAST_PLAIN_YEAR = 9999;

  DayCell(Line line) {
    super(line);
  }

  @Override
  public void addInt(int value) {
    write(line, LocalDate.ofEpochDay(value));
  }

  @Override
  void add(Dictionary values, int id) {
    addInt(values.decodeToInt(id));
  }

  static void write(Line line, LocalDate day) {
    if (day.getYear() < 0 || day.getYear() > LAST_PLAIN_YEAR) {
      line.put(day.toString());
      return;
    }
    line.digits(day.getYear(), 4);
    line.put('-');
    line.digits(day.getMonthValue(), 2);
    line.put('-');
    line.digits(day.getDayOfMonth(), 2);
  }
}
