package uk.rubric.extract.plain;

import java.util.Arrays;

/**
 * How lines of {@code events.csv} are expected to begin: with the identifier of the line before and a comma, as they
 * stand there. For one thread.
 */
final class LineStart {
  /** How many bytes must stand at a place to ask about it, apart from the {@link #length}. */
  static final int ROOM = 2 * Long.BYTES;

  private byte[] text = {};
  // Its first sixteen bytes, and which bits of them count: nearly no identifier is longer.
  private long first;
  private long firstBits;
  private long second;
  private long secondBits;

  /** Expects nothing: no line stands. */
  void forget() {
    text = new byte[0];
  }

  /**
   * Expects an identifier, unless a line would hold it in some other form.
   *
   * @param end one past the identifier
   */
  void expect(byte[] bytes, int start, int end) {
    forget();
    if (isPlain(bytes, start, end)) {
      keep(bytes, start, end);
    }
  }

  private static boolean isPlain(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == ',' || bytes[i] == '"') {
        return false;
      }
    }
    return end > start;
  }

  private void keep(byte[] bytes, int start, int end) {
    text = Arrays.copyOfRange(bytes, start, end + 1);
    text[end - start] = ',';
    byte[] words = Arrays.copyOf(text, Math.max(text.length, ROOM));
    first = Eight.at(words, 0);
    firstBits = bits(text.length);
    second = Eight.at(words, Long.BYTES);
    secondBits = bits(text.length - Long.BYTES);
  }

  private static long bits(int bytes) {
    return bytes >= Long.BYTES ? -1 : bytes <= 0 ? 0 : (1L << Byte.SIZE * bytes) - 1;
  }

  /** How many bytes are expected, the comma among them. */
  int length() {
    return text.length;
  }

  /** Whether these bytes, at least {@link #length} and {@link #ROOM} of them, begin as expected. */
  boolean stands(byte[] bytes, int at) {
    long differs = (Eight.at(bytes, at) ^ first) & firstBits | (Eight.at(bytes, at + Long.BYTES) ^ second) & secondBits;
    return differs == 0 && text.length > 0 && (text.length <= ROOM || isAllAt(bytes, at));
  }

  private boolean isAllAt(byte[] bytes, int at) {
    return Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }
}
