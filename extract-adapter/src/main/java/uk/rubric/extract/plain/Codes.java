package uk.rubric.extract.plain;

import java.nio.charset.StandardCharsets;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.SctId;

/**
 * Codes as they are read. They recur by the million, so each is checked once and remembered, up to a number: an extract
 * of nothing but different codes stays within memory. For one thread.
 */
final class Codes {
  /** Not the identifier of a concept; no code is 0. */
  static final long BAD = 0;

  private static final int MOST_KEPT = 1 << 17;

  private final WantedEvents wanted;
  private long[] codes = new long[1 << 10];
  private boolean[] wants = new boolean[1 << 10];
  private int size;
  private boolean isWanted;

  Codes(WantedEvents wanted) {
    this.wanted = wanted;
  }

  /** The code that stands there, or {@link #BAD}. */
  long read(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 6 || length > 18 || bytes[from] == '0') {
      return BAD;
    }
    long code = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return BAD;
      }
      code = 10 * code + digit;
    }
    int slot = slot(code);
    if (codes[slot] == code) {
      isWanted = wants[slot];
      return code;
    }
    return learn(code, slot, new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }

  /** Whether a number was read as a code before; then it is the code that was last read. */
  boolean knows(long number) {
    int slot = slot(number);
    isWanted = wants[slot];
    return number != BAD && codes[slot] == number;
  }

  /** Whether the rules want the code that was last read. */
  boolean isWanted() {
    return isWanted;
  }

  private long learn(long code, int slot, String text) {
    if (!SctId.isValid(text)) {
      return BAD;
    }
    isWanted = wanted.wants(code);
    if (size < MOST_KEPT) {
      codes[slot] = code;
      wants[slot] = isWanted;
      size++;
      if (size > codes.length / 4) {
        grow();
      }
    }
    return code;
  }

  private int slot(long code) {
    int slot = (int) ((code * 0x9E3779B97F4A7C15L) >>> 32) & (codes.length - 1);
    while (codes[slot] != 0 && codes[slot] != code) {
      slot = (slot + 1) & (codes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = codes;
    boolean[] oldWants = wants;
    codes = new long[2 * old.length];
    wants = new boolean[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        codes[slot] = old[i];
        wants[slot] = oldWants[i];
      }
    }
  }
}
