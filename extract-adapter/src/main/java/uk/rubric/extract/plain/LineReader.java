package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a file or of a part of it, as bytes, ended by LF, CR LF or CR. A line is cut where it is longer than any
 * record could be, so that a file without line ends fits in memory; what is cut off leaves a record that lacks cells or
 * has a quotation mark open, and so is refused. For one thread.
 */
class LineReader {
  /** Instead of a place. */
  static final int NONE = -1;

  private static final int BLOCK = 1 << 16;
  // One past the highest character that ends a line.
  private static final char ENDS = '\r' + 1;

  private final InputStream in;
  private byte[] bytes;
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
    this(in, new byte[BLOCK], offset, line);
  }

  /**
   * Lines that are in memory as a whole.
   *
   * @param length how many of the bytes are theirs; no line is longer than is read
   * @param line of the first byte, from 1
   */
  LineReader(byte[] bytes, int length, long line) {
    this(InputStream.nullInputStream(), bytes, 0, line);
    filled = length;
    ended = true;
  }

  private LineReader(InputStream in, byte[] bytes, long offset, long line) {
    this.in = in;
    this.bytes = bytes;
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
    if (bytes[end] == '\r' && end + 1 == filled) {
      end = withMoreBehind(end);
    }
    boolean both = bytes[end] == '\r' && end + 1 < filled && bytes[end + 1] == '\n';
    to = Math.min(end, from + PhysicalLines.LONGEST);
    next = end + (both ? 2 : 1);
    line++;
    return true;
  }

  /** Reads on behind a byte of the line, and answers where that byte stands then. */
  private int withMoreBehind(int place) throws IOException {
    long behindFrom = place - from + cut;
    more();
    return (int) (from + behindFrom - cut);
  }

  private boolean last() {
    to = Math.min(filled, from + PhysicalLines.LONGEST);
    next = filled;
    line += from < filled ? 1 : 0;
    return from < filled;
  }

  /** The first end of a line from a place on, or {@link #NONE}. */
  private int end(int start) {
    int i = start;
    while (i + Long.BYTES <= filled) {
      long found = Eight.firstBelow(Eight.at(bytes, i), ENDS);
      i += Eight.first(found);
      if (found != 0) {
        if (isEnd(bytes[i])) {
          return i;
        }
        i++;
      }
    }
    for (; i < filled; i++) {
      if (isEnd(bytes[i])) {
        return i;
      }
    }
    return NONE;
  }

  /**
   * Where the next line begins behind the first end of a line from a place on, or {@link #NONE} when that has not been
   * read.
   */
  int behindLine(int place) {
    int end = end(place);
    if (end == NONE || bytes[end] == '\r' && end + 1 == filled) {
      return NONE;
    }
    return bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : end + 1;
  }

  private static boolean isEnd(byte one) {
    return one == '\n' || one == '\r';
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

  /**
   * Sees that so many bytes stand ahead, reading on if need be; they do not at the end of the file, and after a line
   * that had to be cut. The line is none until the next.
   */
  boolean hasAhead(int room) throws IOException {
    if (filled - next >= room) {
      return true;
    }
    if (cut > 0) {
      return false;
    }
    from = next;
    while (filled - from < room) {
      if (!more()) {
        break;
      }
    }
    next = from;
    return filled - next >= room;
  }

  /** Where the next line begins among the bytes. */
  int ahead() {
    return next;
  }

  /** Whether the next line stands behind the one of that number. */
  boolean isNextBehind(long number) {
    return line >= number;
  }

  /** Where the next line starts in the file. */
  long offsetAhead() {
    return offset + cut + next;
  }

  /** One past the last of the bytes that have been read. */
  int filled() {
    return filled;
  }

  /**
   * Goes over lines at whose ends the caller has looked for itself.
   *
   * @param count how many
   * @param start where the last of them begins among the bytes
   * @param end one past its last byte, without its end
   * @param ahead where the line behind it begins
   */
  void pass(int count, int start, int end, int ahead) {
    offset += cut;
    cut = 0;
    line += count;
    from = start;
    to = end;
    next = ahead;
  }

  /** The bytes among which the line stands; they are others after {@link #next} and {@link #hasAhead}. */
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
