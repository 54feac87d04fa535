package uk.rubric.extract.parquet;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/** An identifier of 16 bytes, in the usual digits. */
final class UuidCell extends Cell {
  static final int LENGTH = 16;

  UuidCell(Line line) {
    super(line);
  }

  @Override
  public void addBinary(Binary value) {
    ByteBuffer bytes = value.toByteBuffer();
    line.put(new UUID(bytes.getLong(), bytes.getLong()).toString());
  }

  @Override
  void add(Dictionary values, int id) {
    addBinary(values.decodeToBinary(id));
  }
}
