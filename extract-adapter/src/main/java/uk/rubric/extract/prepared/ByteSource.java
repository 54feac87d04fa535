package uk.rubric.extract.prepared;

import java.nio.charset.StandardCharsets;

/**
 * Bytes to numbers and texts, the counterpart of {@link ByteSink}. Bytes are checked before they come here; those that
 * make no sense all the same end in an {@link IndexOutOfBoundsException} or {@link ArithmeticException}. For one
 * thread.
 */
final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteSource(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new ArithmeticException("no number is that long");
  }

  /** A number from 0 that an int holds. */
  int count() {
    int count = Math.toIntExact(number());
    if (count < 0) {
      throw new ArithmeticException("a count is not negative");
    }
    return count;
  }

  long signed() {
    long number = number();
    return number >>> 1 ^ -(number & 1);
  }

  String text() {
    int length = length();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    int length = length();
    at += length;
    return java.util.Arrays.copyOfRange(bytes, at - length, at);
  }

  private int length() {
    int length = count();
    if (length > end - at) {
      throw new IndexOutOfBoundsException("a text goes on behind the end");
    }
    return length;
  }

  /** Whether all has been read, and no more. */
  boolean isAtEnd() {
    return at == end;
  }
}
