package uk.rubric.extract.prepared;

import java.io.ByteArrayOutputStream;

/**
 * Rows that are kept as text.
 *
 * @param lines of the source, one a row
 * @param texts without line ends, in the bytes of the source
 */
public record OddRows(long[] lines, byte[][] texts) {
  /** All of them, each on a line of its own. */
  public byte[] joined() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] text : texts) {
      all.writeBytes(text);
      all.write('\n');
    }
    return all.toByteArray();
  }
}
