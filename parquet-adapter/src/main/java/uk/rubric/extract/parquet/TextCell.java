package uk.rubric.extract.parquet;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/** Text, byte by byte as it is stored. */
final class TextCell extends Cell {
  TextCell(Line line) {
    super(line);
  }

  @Override
  public void addBinary(Binary value) {
    line.cell(value.toByteBuffer());
  }

  @Override
  void add(Dictionary values, int id) {
    addBinary(values.decodeToBinary(id));
  }
}
