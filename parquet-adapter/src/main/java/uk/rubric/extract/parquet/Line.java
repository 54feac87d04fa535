package uk.rubric.extract.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of CSV as they are written. For one thread. */
final class Line {
  private static final int UNBROKEN = -1;

  private byte[] bytes = new byte[1 << 17];
  private int size;
  private int from;
  private int brokenAt = UNBROKEN;

  /** Makes room behind what is there. */
  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * bytes.length, 1 << 30)));
    }
  }

  void put(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
  }

  /** As it is. */
  void put(byte[] text) {
    put(text, 0, text.length);
  }

  private void put(byte[] text, int start, int length) {
    reserve(length);
    System.arraycopy(text, start, bytes, size, length);
    size += length;
  }

  /** Plain ASCII without a comma or quotation mark. */
  @SuppressWarnings("deprecation") // The one that takes the low bytes of ASCII as they are.
  void put(String ascii) {
    reserve(ascii.length());
    ascii.getBytes(0, ascii.length(), bytes, size);
    size += ascii.length();
  }

  /** A number of some digits, with zeros before it where it has fewer. */
  void digits(int number, int count) {
    reserve(count);
    int rest = number;
    for (int i = count - 1; i >= 0; i--) {
      bytes[size + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
  }

  /** A text as a cell: between quotation marks where it needs them; one with a line break breaks the line. */
  void cell(ByteBuffer text) {
    byte[] from = text.array();
    int start = text.arrayOffset() + text.position();
    int length = text.remaining();
    if (isPlain(from, start, length)) {
      put(from, start, length);
    } else {
      quote(from, start, length);
    }
  }

  void cell(String text) {
    cell(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isPlain(byte[] text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      byte b = text[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return false;
      }
    }
    return true;
  }

  private void quote(byte[] text, int start, int length) {
    boolean broken = false;
    put('"');
    for (int i = start; i < start + length; i++) {
      byte b = text[i];
      boolean ends = b == '\n' || b == '\r';
      broken |= ends;
      put(ends ? ' ' : (char) b);
      if (b == '"') {
        put('"');
      }
    }
    if (!broken) {
      put('"');
    } else if (brokenAt == UNBROKEN) {
      brokenAt = size;
    }
  }

  /** Whether the line broke: what comes behind is lost. */
  boolean isBroken() {
    return brokenAt != UNBROKEN;
  }

  void end() {
    if (isBroken()) {
      size = brokenAt;
      brokenAt = UNBROKEN;
    }
    put('\n');
  }

  /** What has been written since a place. */
  byte[] since(int start) {
    return Arrays.copyOfRange(bytes, start, size);
  }

  int size() {
    return size;
  }

  /** Forgets all that has been taken. */
  void clear() {
    size = 0;
    from = 0;
  }

  int left() {
    return size - from;
  }

  /** Takes some of what has been written. */
  int take(byte[] to, int at, int most) {
    int taken = Math.min(most, left());
    System.arraycopy(bytes, from, to, at, taken);
    from += taken;
    return taken;
  }
}
