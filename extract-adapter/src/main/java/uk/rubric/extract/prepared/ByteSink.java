package uk.rubric.extract.prepared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts to bytes, the counterpart of {@link ByteSource}. For one thread. */
final class ByteSink {
  private byte[] bytes = new byte[1 << 8];
  private int size;

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + (bytes.length >> 1)));
    }
  }

  /** A number from 0, in as few bytes as it needs; a negative one counts as a very large one. */
  ByteSink number(long number) {
    room(10);
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A number that may be negative: near 0 it needs few bytes. */
  ByteSink signed(long number) {
    return number(number << 1 ^ number >> 63);
  }

  ByteSink text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return bytes(utf8, 0, utf8.length);
  }

  /** Some bytes, with their length before them. */
  ByteSink bytes(byte[] from, int start, int length) {
    number(length);
    return raw(from, start, length);
  }

  /** Some bytes as they are. */
  ByteSink raw(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
    return this;
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
