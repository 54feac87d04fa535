package uk.rubric.extract.prepared;

import java.util.zip.CRC32C;

/**
 * Sums over bytes by which damage shows: every change of up to 32 neighbouring bits, any other but one in 4 billion.
 */
final class Sum {
  private Sum() {}

  static int of(byte[] bytes, int start, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, start, length);
    return (int) sum.getValue();
  }
}
