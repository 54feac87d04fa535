package uk.rubric.extract.parquet;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.values.dictionary.PlainValuesDictionary.PlainDoubleDictionary;
import org.apache.parquet.column.values.dictionary.PlainValuesDictionary.PlainFloatDictionary;
import org.apache.parquet.column.values.dictionary.PlainValuesDictionary.PlainIntegerDictionary;
import org.apache.parquet.column.values.dictionary.PlainValuesDictionary.PlainLongDictionary;

/** A list of values in the width in which it is stored. */
final class Numbers {
  private Numbers() {}

  static void add(Dictionary values, int id, Cell cell) {
    if (values instanceof PlainIntegerDictionary) {
      cell.addInt(values.decodeToInt(id));
    } else if (values instanceof PlainLongDictionary) {
      cell.addLong(values.decodeToLong(id));
    } else if (values instanceof PlainFloatDictionary) {
      cell.addFloat(values.decodeToFloat(id));
    } else if (values instanceof PlainDoubleDictionary) {
      cell.addDouble(values.decodeToDouble(id));
    } else {
      cell.addBinary(values.decodeToBinary(id));
    }
  }
}
