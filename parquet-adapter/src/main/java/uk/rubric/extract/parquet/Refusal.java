package uk.rubric.extract.parquet;

import java.io.IOException;
import java.util.concurrent.Callable;
import uk.rubric.extract.UnreadableTable;

/** Why a file cannot be read. */
final class Refusal {
  private static final String WRITE_AGAIN = "write the file again from its source, or write it as CSV";

  private Refusal() {}

  static UnreadableTable noParquet() {
    return new UnreadableTable("this is not a Parquet file, or it is cut short", WRITE_AGAIN);
  }

  static UnreadableTable damaged() {
    return new UnreadableTable(
        "this Parquet file is damaged or cannot be read, so nothing in it can be trusted", WRITE_AGAIN);
  }

  static UnreadableTable encrypted() {
    return new UnreadableTable("this Parquet file is encrypted", "write it without encryption, or write it as CSV");
  }

  static UnreadableTable compressed(String codec) {
    return new UnreadableTable(
        "this Parquet file is compressed by `" + codec + "`, which is not read",
        "write it with snappy, zstd, gzip or without compression");
  }

  static UnreadableTable largePage() {
    return new UnreadableTable(
        "this Parquet file has a page of more than 128 MB, or is damaged",
        "write it with smaller pages, or write it as CSV");
  }

  static UnreadableTable nested(String column) {
    return new UnreadableTable(
        "the column `" + column + "` holds lists or records, and one value for each row is expected",
        "write one plain value for each row of the column", column);
  }

  static UnreadableTable inexact(String column) {
    return new UnreadableTable(
        "the column `" + column + "` holds identifiers as binary fractions, which do not tell large ones apart",
        "store the column as whole numbers or text", column);
  }

  static UnreadableTable type(String column, String type) {
    return new UnreadableTable(
        "the column `" + column + "` is stored as `" + type + "`, which is not read",
        "store it as text, a number or a date", column);
  }

  /**
   * Does what reads the file's own words with code that believes them: whatever comes of believing a damaged file is
   * told as damage, a claim to more memory than there is or nesting without end among it.
   */
  static <T> T guard(Callable<T> reading) throws UnreadableTable {
    try {
      return reading.call();
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      Throwable cause = e instanceof Unchecked ? e.getCause() : e;
      throw cause instanceof UnreadableTable refusal ? refusal : damaged();
    }
  }

  /** Carries a refusal or a failure to read through code that knows none. */
  static final class Unchecked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unchecked(IOException cause) {
      super(cause);
    }
  }
}
