package uk.rubric.extract.plain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts numbered from 0 in the order in which they are first seen, kept as bytes: a million identifiers are a few
 * arrays. Numbers are handed out in one thread; after that any thread may look them up.
 */
final class Ids {
  private static final int NONE = -1;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int[] table = empty(1 << 10);
  private int size;

  private static int[] empty(int room) {
    int[] table = new int[room];
    Arrays.fill(table, NONE);
    return table;
  }

  Ids() {}

  /**
   * Texts that are numbered already.
   *
   * @param bytes all of them, one behind the other
   * @param ends where each ends
   * @param indexed whether any will be looked up
   */
  Ids(byte[] bytes, int[] ends, boolean indexed) {
    this.bytes = bytes;
    this.ends = ends;
    size = ends.length;
    table = null;
    if (indexed) {
      table = empty(Math.max(1 << 10, Integer.highestOneBit(size) * 8));
      for (int i = 0; i < size; i++) {
        table[slot(bytes, start(i), ends[i])] = i;
      }
    }
  }

  int size() {
    return size;
  }

  /** The number of a text, or -1 when it has none. */
  int find(byte[] from, int start, int end) {
    return table[slot(from, start, end)];
  }

  /** The number of a text, a new one if need be. */
  int number(byte[] from, int start, int end) {
    int slot = slot(from, start, end);
    if (table[slot] != NONE) {
      return table[slot];
    }
    append(from, start, end);
    table[slot] = size++;
    if (size > table.length / 4) {
      grow();
    }
    return size - 1;
  }

  private void append(byte[] from, int start, int end) {
    int old = start(size);
    int length = end - start;
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
    }
    ends[size] = Math.addExact(old, length);
    if (ends[size] > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, ends[size] + (ends[size] >> 1)));
    }
    System.arraycopy(from, start, bytes, old, length);
  }

  private void grow() {
    table = empty(2 * table.length);
    for (int i = 0; i < size; i++) {
      table[slot(bytes, start(i), ends[i])] = i;
    }
  }

  /** Where a text stands, or the free slot where it would. */
  private int slot(byte[] from, int start, int end) {
    int slot = hash(from, start, end) & (table.length - 1);
    while (table[slot] != NONE && !isAt(table[slot], from, start, end)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** Whether the text of a number is this. */
  boolean isAt(int number, byte[] from, int start, int end) {
    return Arrays.equals(bytes, start(number), ends[number], from, start, end);
  }

  private static int hash(byte[] from, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = (hash ^ from[i]) * 0x100000001B3L;
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  String text(int number) {
    return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
  }
}
