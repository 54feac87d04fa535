package uk.rubric.extract.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/** Decimals with all the places of their column. */
final class DecimalCell extends Cell {
  private final int scale;

  DecimalCell(Line line, int scale) {
    super(line);
    this.scale = scale;
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addLong(long value) {
    line.put(BigDecimal.valueOf(value, scale).toPlainString());
  }

  @Override
  public void addBinary(Binary value) {
    line.put(new BigDecimal(new BigInteger(value.getBytesUnsafe()), scale).toPlainString());
  }

  @Override
  void add(Dictionary values, int id) {
    Numbers.add(values, id, this);
  }
}
