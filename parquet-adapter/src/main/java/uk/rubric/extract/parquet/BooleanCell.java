package uk.rubric.extract.parquet;

import org.apache.parquet.column.Dictionary;

/** True and false as an extract writes them: {@code yes} and {@code no}. */
final class BooleanCell extends Cell {
  BooleanCell(Line line) {
    super(line);
  }

  @Override
  public void addBoolean(boolean value) {
    line.put(value ? "yes" : "no");
  }

  @Override
  void add(Dictionary values, int id) {
    addBoolean(values.decodeToBoolean(id));
  }
}
