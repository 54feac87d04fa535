package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The lines of a file or of a part of it, as bytes, ended by LF, CR LF or CR. A line is cut where it is longer than any
 * record could be, so that a file without line ends fits in memory; what is cut off leaves a record that lacks cells or
 * has a quotation mark open, and so is refused. For one thread.
 */
class LineReader {
  private static final int BLOCK = 1 << 18;
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;

  private final InputStream in;
  private byte[] bytes = new byte[BLOCK];
  private int filled;
  private boolean ended;
  private int next;
  private int from;
  private int to;
  // Where the first byte of the buffer stands in the file; bytes cut off a line count once it is done.
  private long offset;
  private long cut;
  private long line;

  /**
   * @param offset of the first byte of {@code in} in its file
   * @param line of the first byte, from 1
   */
  LineReader(InputStream in, long offset, long line) {
    this.in = in;
    this.offset = offset;
    this.line = line - 1;
  }

  /** Goes on to the next line; there is none after the last. */
  boolean next() throws IOException {
    offset += cut;
    cut = 0;
    from = next;
    int end = end(from);
    while (end < 0) {
      int scanned = Math.min(filled - from, PhysicalLines.LONGEST + 1);
      if (!more()) {
        return last();
      }
      end = end(from + scanned);
    }
    int length = end - from;
    if (bytes[end] == '\r' && end + 1 == filled) {
      more();
    }
    to = from + length;
    boolean both = bytes[to] == '\r' && to + 1 < filled && bytes[to + 1] == '\n';
    next = to + (both ? 2 : 1);
    line++;
    return true;
  }

  private boolean last() {
    to = filled;
    next = filled;
    line += from < filled ? 1 : 0;
    return from < filled;
  }

  /** The first end of a line from a place on, or -1. */
  private int end(int start) {
    int i = start;
    for (; i + Long.BYTES <= filled; i += Long.BYTES) {
      long eight = (long) LONG.get(bytes, i);
      long found = zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS);
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; i < filled; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return i;
      }
    }
    return -1;
  }

  // The lowest high bit that is set marks the first byte that is zero; those above it may be wrong.
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGHS;
  }

  /** Reads more behind what there is of the line, which moves to the front. */
  private boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, filled - from);
      offset += from;
      filled -= from;
      from = 0;
    }
    // The byte behind the longest line stays: it may be the CR whose LF is yet to come.
    if (filled > PhysicalLines.LONGEST + 1) {
      int surplus = filled - PhysicalLines.LONGEST - 1;
      bytes[PhysicalLines.LONGEST] = bytes[filled - 1];
      filled -= surplus;
      cut += surplus;
    }
    if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, PhysicalLines.LONGEST + BLOCK));
    }
    int read = in.read(bytes, filled, bytes.length - filled);
    ended = read <= 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  /** The bytes among which the line stands; they are others after {@link #next}. */
  byte[] bytes() {
    return bytes;
  }

  /** The line's first byte. */
  int from() {
    return from;
  }

  /** One past the line's last byte, without its end. */
  int to() {
    return to;
  }

  /** The number of the line, from 1. */
  long line() {
    return line;
  }

  /** Where the line starts in the file. */
  long offset() {
    return offset + from;
  }
}
