package uk.rubric.extract.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/** Moments of twelve bytes, as Spark writes them: nanoseconds of the day, then the day of the Julian count. */
final class OldMomentCell extends Cell {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  OldMomentCell(Line line) {
    super(line);
  }

  @Override
  public void addBinary(Binary value) {
    ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = bytes.getInt() - JULIAN_DAY_OF_1970;
    MomentCell.write(line, LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos), true);
  }

  @Override
  void add(Dictionary values, int id) {
    addBinary(values.decodeToBinary(id));
  }
}
