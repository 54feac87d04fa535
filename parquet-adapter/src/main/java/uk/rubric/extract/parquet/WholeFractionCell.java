package uk.rubric.extract.parquet;

import uk.rubric.extract.parquet.Refusal.Unchecked;

/**
 * Identifiers that were stored as binary fractions, by their digits. One that is no whole number, or so large that its
 * neighbours are stored alike, may be another's by now: then nothing of the column can be trusted.
 */
final class WholeFractionCell extends FractionCell {
  private final String column;

  WholeFractionCell(Line line, String column) {
    super(line);
    this.column = column;
  }

  @Override
  public void addDouble(double value) {
    require(Math.abs(value) < DOUBLE_WHOLE && value == Math.rint(value));
    super.addDouble(value);
  }

  @Override
  public void addFloat(float value) {
    require(Math.abs(value) < FLOAT_WHOLE && value == Math.rint(value));
    super.addFloat(value);
  }

  private void require(boolean exact) {
    if (!exact) {
      throw new Unchecked(Refusal.inexact(column));
    }
  }
}
