package uk.rubric.extract.parquet;

import org.apache.parquet.column.Dictionary;

/** Whole numbers, by their digits. */
final class WholeCell extends Cell {
  private final boolean unsigned;

  WholeCell(Line line, boolean unsigned) {
    super(line);
    this.unsigned = unsigned;
  }

  @Override
  public void addInt(int value) {
    line.put(unsigned ? Integer.toUnsignedString(value) : Integer.toString(value));
  }

  @Override
  public void addLong(long value) {
    line.put(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
  }

  @Override
  void add(Dictionary values, int id) {
    Numbers.add(values, id, this);
  }
}
